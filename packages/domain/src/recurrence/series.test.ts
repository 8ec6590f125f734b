import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { addDays } from '../calendar.ts'
import { instantOf } from '../due.ts'
import { dayOfNumber, numberOf } from './days.ts'
import { walk } from './oracle.testing.ts'
import { parseRule } from './parse.ts'
import { printRule } from './rule.ts'
import { firstOccurrence, nextOccurrence, preview, type Series } from './series.ts'

const series = (repeatRule: string, occurrenceOn: string, more: Partial<Series> = {}): Series => ({
  repeatRule,
  repeatMode: 'schedule',
  occurrenceOn,
  skippedOn: [],
  ...more,
})
const next = (repeatRule: string, occurrenceOn: string, doneOn = occurrenceOn, more: Partial<Series> = {}) =>
  nextOccurrence(series(repeatRule, occurrenceOn, more), doneOn)?.on ?? null
const days = (repeatRule: string, occurrenceOn: string, most = 5) =>
  preview(series(repeatRule, occurrenceOn), most).map(({ on }) => on)

test.each([
  ['FREQ=DAILY', '2026-12-30', ['2026-12-30', '2026-12-31', '2027-01-01']],
  ['FREQ=DAILY;INTERVAL=3', '2026-02-27', ['2026-02-27', '2026-03-02', '2026-03-05']],
  ['FREQ=DAILY;BYDAY=SA,SU', '2026-11-20', ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-28']],
  ['FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-23', ['2026-11-23', '2026-11-26', '2026-11-30']],
  ['FREQ=WEEKLY', '2026-11-25', ['2026-11-25', '2026-12-02']],
  // RFC 5545, 3.3.10: the week start makes the difference.
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU',
    '1997-08-05',
    ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'],
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
    '1997-08-05',
    ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', ['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']],
  ['FREQ=MONTHLY', '2026-01-31', ['2026-01-31', '2026-03-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-12-31', ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31']],
  ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27', ['2026-11-27', '2026-12-25', '2027-01-29']],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30', ['2026-11-30', '2026-12-31', '2027-01-29']],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', '2026-12-01', ['2026-12-01', '2027-01-01', '2027-02-01']],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '2026-11-13', ['2026-11-13', '2027-08-13']],
  ['FREQ=MONTHLY;BYDAY=5MO', '2026-11-30', ['2026-11-30', '2027-03-29']],
  ['FREQ=YEARLY', '2028-02-29', ['2028-02-29', '2032-02-29']],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2096-02-29', ['2096-02-29', '2104-02-29']],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '2099-02-28', ['2099-02-28', '2100-02-28', '2101-02-28']],
  // The 53rd Friday of a year, in years that have one.
  ['FREQ=YEARLY;BYDAY=53FR', '2027-12-31', ['2027-12-31', '2032-12-31']],
  ['FREQ=YEARLY;BYDAY=MO;BYMONTH=11;BYSETPOS=1', '2026-11-02', ['2026-11-02', '2027-11-01']],
  ['FREQ=DAILY', '2038-01-18', ['2038-01-18', '2038-01-19', '2038-01-20']],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', '2098-03-30', ['2098-03-30', '2099-03-29', '2100-03-28']],
])('%s from %s', (rule, from, expected) => {
  expect(days(rule, from, expected.length)).toEqual(expected)
})

test('a week of 53 and the turn of the year keep every second week', () => {
  expect(days('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-12-14', 4)).toEqual([
    '2026-12-14',
    '2026-12-28',
    '2027-01-11',
    '2027-01-25',
  ])
})

test('on schedule what was missed does not pile up, and being early skips nothing', () => {
  expect(next('FREQ=DAILY', '2026-11-20', '2026-11-23')).toBe('2026-11-23')
  expect(next('FREQ=DAILY', '2026-11-23', '2026-11-23')).toBe('2026-11-24')
  expect(next('FREQ=WEEKLY;BYDAY=MO', '2026-11-02', '2026-11-25')).toBe('2026-11-30')
  expect(next('FREQ=WEEKLY;BYDAY=MO', '2026-11-30', '2026-11-25')).toBe('2026-12-07')
})

test('after completion it is counted from the day it was done', () => {
  const after = (rule: string, doneOn: string) =>
    next(rule, '2026-11-02', doneOn, { repeatMode: 'completion' })
  expect(after('FREQ=DAILY;INTERVAL=3', '2026-11-25')).toBe('2026-11-28')
  expect(after('FREQ=WEEKLY;INTERVAL=2', '2026-11-25')).toBe('2026-12-09')
  expect(after('FREQ=MONTHLY', '2027-01-31')).toBe('2027-02-28')
  expect(after('FREQ=YEARLY', '2028-02-29')).toBe('2029-02-28')
  expect(after('FREQ=WEEKLY;BYDAY=MO', '2026-11-25')).toBe('2026-11-30')
  expect(after('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30')).toBe('2026-12-31')
})

test('it ends after a number of times, of which those that passed count', () => {
  const three = nextOccurrence(series('FREQ=DAILY;COUNT=3', '2026-11-20'), '2026-11-20')
  expect(three?.series.repeatRule).toBe('FREQ=DAILY;COUNT=2')
  expect(next('FREQ=DAILY;COUNT=1', '2026-11-20')).toBeNull()
  expect(next('FREQ=DAILY;COUNT=3', '2026-11-20', '2026-11-22')).toBe('2026-11-22')
  expect(next('FREQ=DAILY;COUNT=3', '2026-11-20', '2026-11-23')).toBeNull()
  expect(next('FREQ=DAILY;COUNT=2', '2026-11-20', '2026-12-24', { repeatMode: 'completion' })).toBe(
    '2026-12-25',
  )
})

test('it ends on a day, that day included', () => {
  expect(next('FREQ=DAILY;UNTIL=20261121', '2026-11-20')).toBe('2026-11-21')
  expect(next('FREQ=DAILY;UNTIL=20261121', '2026-11-21')).toBeNull()
  expect(
    next('FREQ=DAILY;UNTIL=20261121', '2026-11-20', '2026-11-21', { repeatMode: 'completion' }),
  ).toBeNull()
  expect(next('FREQ=DAILY', '2200-12-31')).toBeNull()
})

test('skipped days are left out, count as times, and are forgotten once they are past', () => {
  const skippedOn = ['2026-11-21', '2026-11-22', '2026-11-25']
  const found = nextOccurrence(series('FREQ=DAILY;COUNT=5', '2026-11-20', { skippedOn }), '2026-11-20')
  expect(found).toMatchObject({
    on: '2026-11-23',
    series: { repeatRule: 'FREQ=DAILY;COUNT=2', skippedOn: ['2026-11-25'] },
  })
  expect(preview(series('FREQ=DAILY', '2026-11-20', { skippedOn }), 4)).toEqual([
    { on: '2026-11-20', skipped: false },
    { on: '2026-11-21', skipped: true },
    { on: '2026-11-22', skipped: true },
    { on: '2026-11-23', skipped: false },
  ])
})

test('a wall time stays what it is through every change of the clocks', () => {
  const [before, after] = days('FREQ=DAILY', '2026-10-24', 2) as [string, string]
  expect(instantOf(before, '06:45', 'Europe/Berlin')).toBe('2026-10-24T04:45:00.000Z')
  expect(instantOf(after, '06:45', 'Europe/Berlin')).toBe('2026-10-25T05:45:00.000Z')
  // Half an hour of summer time, at 2:00.
  expect(instantOf('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z')
  expect(instantOf('2026-04-05', '01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z')
  // Samoa went from 29 to 31 December 2011.
  expect(days('FREQ=DAILY', '2011-12-29', 3)).toEqual(['2011-12-29', '2011-12-30', '2011-12-31'])
  expect(instantOf('2011-12-30', '09:00', 'Pacific/Apia')).toBe(
    instantOf('2011-12-31', '09:00', 'Pacific/Apia'),
  )
})

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const some = <T>(arbitrary: fc.Arbitrary<T>, most = 3) =>
  fc.uniqueArray(arbitrary, { minLength: 1, maxLength: most })
const date = fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0)
const maybe = <T>(name: string, arbitrary: fc.Arbitrary<T>) =>
  fc
    .option(arbitrary, { nil: undefined, freq: 2 })
    .map((value) => (value === undefined ? '' : `;${name}=${value}`))
const nth = fc
  .tuple(fc.constantFrom(-2, -1, 1, 2, 3, 4, 5), weekday)
  .map(([number, day]) => `${number}${day}`)
const parts = [
  fc.tuple(
    fc.constant('FREQ=DAILY'),
    maybe('BYDAY', some(weekday)),
    maybe('BYMONTH', some(fc.integer({ min: 1, max: 12 }), 6)),
  ),
  fc.tuple(fc.constant('FREQ=WEEKLY'), maybe('BYDAY', some(weekday)), maybe('WKST', weekday)),
  fc.tuple(fc.constant('FREQ=MONTHLY'), maybe('BYMONTHDAY', some(date)), maybe('BYDAY', some(weekday))),
  fc.tuple(
    fc.constant('FREQ=MONTHLY'),
    maybe('BYDAY', some(nth)),
    maybe('BYMONTH', some(fc.integer({ min: 1, max: 12 }), 6)),
  ),
  fc.tuple(
    fc.constant('FREQ=MONTHLY'),
    fc.constant(';BYDAY=MO,TU,WE,TH,FR'),
    maybe('BYSETPOS', some(fc.constantFrom(-2, -1, 1, 2, 3))),
  ),
  fc.tuple(
    fc.constant('FREQ=YEARLY'),
    maybe('BYMONTH', some(fc.integer({ min: 1, max: 12 }))),
    maybe('BYMONTHDAY', some(date)),
  ),
  fc.tuple(
    fc.constant('FREQ=YEARLY'),
    maybe('BYMONTH', some(fc.integer({ min: 1, max: 12 }))),
    maybe('BYDAY', some(fc.oneof(nth, weekday))),
  ),
]
const rules = fc
  .tuple(fc.oneof(...parts), fc.integer({ min: 1, max: 4 }), maybe('COUNT', fc.integer({ min: 1, max: 12 })))
  .map(([words, interval, count]) => `${words.join('')};INTERVAL=${interval}${count}`)
  .filter((rule) => parseRule(rule).rule !== undefined)
const start = fc.integer({ min: numberOf('1999-12-01'), max: numberOf('2101-03-01') }).map(dayOfNumber)

test('any rule from any day has the days that a walk through the calendar finds', () => {
  fc.assert(
    fc.property(rules, start, (rule, from) => {
      const to = addDays(from, 365 * 3)
      const expected = walk(rule, from, to)
      const found = preview(series(rule, from), 60)
        .map(({ on }) => on)
        .filter((on) => on <= to)
      expect(found.slice(0, 60)).toEqual(expected.slice(0, 60))
    }),
    { numRuns: 300 },
  )
})

test('leaping to a late day finds what walking there finds', () => {
  const late = fc.integer({ min: 1, max: 365 * 2 })
  fc.assert(
    fc.property(rules, start, late, (rule, from, ahead) => {
      const doneOn = addDays(from, ahead)
      const expected =
        walk(rule, from, addDays(doneOn, 365 * 2)).find((on) => on >= doneOn && on > from) ?? null
      const found = next(rule, from, doneOn)
      if (expected === null) expect(found === null || found > addDays(doneOn, 365 * 2)).toBe(true)
      else expect(found).toBe(expected)
    }),
    { numRuns: 300 },
  )
})

test('any zone shows a wall time on its day, moved only where the clocks have no such time', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'America/St_Johns',
    'Asia/Kathmandu',
  ]
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  fc.assert(
    fc.property(start, fc.constantFrom(...zones), time, (from, zone, [hour, minute]) => {
      const wall = `${String(hour).padStart(2, '0')}:${minute}`
      for (const on of days('FREQ=DAILY;INTERVAL=7', from, 30)) {
        const seen = Temporal.Instant.from(instantOf(on, wall, zone))
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
        const gap = seen.since(Temporal.PlainDateTime.from(`${on}T${wall}`)).total('minutes')
        expect(gap === 0 || gap === 30 || gap === 60).toBe(true)
      }
    }),
    { numRuns: 50 },
  )
})

test('every rule is printed so that it reads as the same rule', () => {
  fc.assert(
    fc.property(rules, (text) => {
      const { rule } = parseRule(text)
      expect(rule && parseRule(printRule(rule)).rule).toEqual(rule)
    }),
  )
})

test('a new series begins on the first day that the rule names', () => {
  expect(firstOccurrence('FREQ=WEEKLY;BYDAY=MO', '2026-11-25')).toBe('2026-11-30')
  expect(firstOccurrence('FREQ=WEEKLY;BYDAY=WE', '2026-11-25')).toBe('2026-11-25')
  expect(firstOccurrence('FREQ=DAILY;UNTIL=20261101', '2026-11-25')).toBeNull()
})

test('a rule since 1900 costs no more than a young one', () => {
  // Each weekday with a number is held against its place in the month by rounding up: that counts the days looked at.
  const looked = (from: string) => {
    const rounding = vi.spyOn(Math, 'ceil')
    expect(next('FREQ=MONTHLY;BYDAY=-1FR', from, '2026-11-22')).toBe('2026-11-27')
    const { length } = rounding.mock.calls
    rounding.mockRestore()
    return length
  }
  looked('2026-10-30')
  expect(looked('1900-01-26')).toBe(looked('2026-10-30'))
})
