import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar.ts'
import { preview, type Series } from './series.ts'
import { occurrencesWithin } from './within.ts'

const series = (repeatRule: string, occurrenceOn: string, more: Partial<Series> = {}): Series => ({
  repeatRule,
  repeatMode: 'schedule',
  occurrenceOn,
  skippedOn: [],
  ...more,
})

test.each([
  ['FREQ=DAILY', '2026-11-22', '2026-11-22', '2026-11-24', ['2026-11-23', '2026-11-24']],
  ['FREQ=DAILY;INTERVAL=3', '1900-01-01', '2200-12-20', '2200-12-23', ['2200-12-20', '2200-12-23']],
  ['FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-23', '2026-11-20', '2026-11-30', ['2026-11-26', '2026-11-30']],
  ['FREQ=DAILY;UNTIL=20261124', '2026-11-22', '2026-11-01', '2026-12-31', ['2026-11-23', '2026-11-24']],
  ['FREQ=DAILY;COUNT=3', '2026-11-22', '2026-11-24', '2026-12-31', ['2026-11-24']],
  ['FREQ=DAILY;COUNT=1', '2026-11-22', '2026-11-22', '2026-12-31', []],
  ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-10-31', '2026-11-01', '2026-12-31', ['2026-12-31']],
])('%s from %s between %s and %s', (rule, occurrenceOn, from, to, expected) => {
  expect(occurrencesWithin(series(rule, occurrenceOn), from, to)).toEqual(expected)
})

test('days that are left out do not come, and after completion a few are foreseen', () => {
  const skippedOn = ['2026-11-24']
  expect(
    occurrencesWithin(series('FREQ=DAILY', '2026-11-22', { skippedOn }), '2026-11-23', '2026-11-25'),
  ).toEqual(['2026-11-23', '2026-11-25'])
  const after = series('FREQ=DAILY;INTERVAL=2', '2026-11-22', { repeatMode: 'completion' })
  expect(occurrencesWithin(after, '2026-11-20', '2027-11-20')).toEqual([
    '2026-11-24',
    '2026-11-26',
    '2026-11-28',
    '2026-11-30',
    '2026-12-02',
  ])
})

test('they are those that completing one after the other would come to', () => {
  const rule = fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=4;COUNT=9',
    'FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4',
    'FREQ=DAILY;UNTIL=20270115',
  )
  const small = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(
      rule,
      small,
      small,
      small,
      fc.array(small, { maxLength: 4 }),
      (repeatRule, at, first, length, out) => {
        const occurrenceOn = addDays('2026-11-22', at)
        const [from, to] = [addDays('2026-11-22', first), addDays('2026-11-22', first + length)]
        const skippedOn = out.map((days) => addDays(occurrenceOn, days))
        const each = series(repeatRule, occurrenceOn, { skippedOn })
        const expected = preview(each, 150)
          .slice(1)
          .filter(({ on, skipped }) => on >= from && on <= to && !skipped)
        expect(occurrencesWithin(each, from, to)).toEqual(expected.map(({ on }) => on))
      },
    ),
  )
})
