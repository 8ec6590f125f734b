import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  dayOf,
  daysBetween,
  endOfMonth,
  isDay,
  nextMidnight,
  nextWeekday,
  nowAt,
  startOfDay,
  startOfWeek,
  today,
  type Weekday,
  weekday,
} from './calendar.ts'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'America/Santiago',
]
const instants = fc
  .integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2100, 11, 31) })
  .map((ms) => new Date(ms).toISOString())
const days = fc
  .integer({ min: -25_567, max: 84_370 })
  .map((n) => Temporal.PlainDate.from('1970-01-01').add({ days: n }).toString())
const weekdays = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)

test.each([
  ['2026-11-22T23:30:00.000Z', 'Europe/Berlin', '2026-11-23', '00:30'],
  ['2026-11-22T23:30:00.000Z', 'America/New_York', '2026-11-22', '18:30'],
  ['2026-11-22T18:14:59.999Z', 'Asia/Kathmandu', '2026-11-22', '23:59'],
  ['2026-11-22T18:15:00.000Z', 'Asia/Kathmandu', '2026-11-23', '00:00'],
  ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29', '23:59'],
  ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31', '00:00'],
  ['2026-04-04T14:59:00.000Z', 'Australia/Lord_Howe', '2026-04-05', '01:59'],
  ['2026-04-04T15:00:00.000Z', 'Australia/Lord_Howe', '2026-04-05', '01:30'],
  ['2038-01-19T03:14:08.000Z', 'UTC', '2038-01-19', '03:14'],
  ['2100-02-28T23:59:59.999Z', 'UTC', '2100-02-28', '23:59'],
])('%s in %s is %s %s', (instant, zone, day, time) => {
  expect(nowAt(instant, zone)).toEqual({ instant, zone, day, time })
  expect(today(instant, zone)).toBe(day)
})

test.each([
  ['the day of 25 hours', '2026-10-25T00:30:00.000Z', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ['the day of 23 hours', '2026-03-28T23:00:00.000Z', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['spring in New York', '2026-03-08T05:00:00.000Z', 'America/New_York', '2026-03-09T04:00:00.000Z'],
  ['autumn in New York', '2026-11-01T04:00:00.000Z', 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ['half an hour back', '2026-04-05T00:00:00.000Z', 'Australia/Lord_Howe', '2026-04-05T13:30:00.000Z'],
  ['a quarter to', '2026-11-22T12:00:00.000Z', 'Asia/Kathmandu', '2026-11-22T18:15:00.000Z'],
  ['a day that never was', '2011-12-29T20:00:00.000Z', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ['no midnight', '2026-09-05T12:00:00.000Z', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
])('the day turns at the right instant: %s', (_, instant, zone, midnight) => {
  expect(nextMidnight(instant, zone)).toBe(midnight)
})

test('the day turns exactly at the next midnight, in every zone', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const midnight = nextMidnight(instant, zone)
      const before = new Date(Date.parse(midnight) - 1).toISOString()
      expect(midnight > instant).toBe(true)
      expect(today(before, zone)).toBe(today(instant, zone))
      expect(today(midnight, zone)).toBe(addDays(today(instant, zone), 1))
      expect(startOfDay(today(midnight, zone), zone)).toBe(midnight)
    }),
  )
})

test('days are added over month ends, leap days and centuries', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
  expect(addDays('2038-01-19', 1)).toBe('2038-01-20')
  expect(addDays('2026-03-29', -1)).toBe('2026-03-28')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  expect(endOfMonth('2028-02-03')).toBe('2028-02-29')
})

test('adding and counting days are each other’s inverse, and text order is day order', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
      const other = addDays(day, n)
      expect(daysBetween(day, other)).toBe(n)
      expect(addDays(other, -n)).toBe(day)
      expect(Math.sign(compareDays(other, day))).toBe(Math.sign(n))
      expect(isDay(other)).toBe(true)
    }),
  )
})

test('a week starts on its weekday, on the day or up to six days before', () => {
  expect(weekday('2026-11-22')).toBe(7)
  expect(startOfWeek('2026-11-22', 1)).toBe('2026-11-16')
  expect(startOfWeek('2026-11-22', 7)).toBe('2026-11-22')
  expect(startOfWeek('2026-11-22', 6)).toBe('2026-11-21')
  fc.assert(
    fc.property(days, weekdays, (day, start) => {
      const first = startOfWeek(day, start)
      expect(weekday(first)).toBe(start)
      expect(daysBetween(first, day)).toBeGreaterThanOrEqual(0)
      expect(daysBetween(first, day)).toBeLessThan(7)
    }),
  )
})

test('the next weekday is always ahead, by one to seven days', () => {
  expect(nextWeekday('2026-11-22', 1)).toBe('2026-11-23')
  expect(nextWeekday('2026-11-22', 7)).toBe('2026-11-29')
  fc.assert(
    fc.property(days, weekdays, (day, wanted) => {
      const next = nextWeekday(day, wanted)
      expect(weekday(next)).toBe(wanted)
      expect(daysBetween(day, next)).toBeGreaterThanOrEqual(1)
      expect(daysBetween(day, next)).toBeLessThanOrEqual(7)
    }),
  )
})

test('only days that exist are days', () => {
  for (const day of [
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-1-01',
    '',
    'today',
    '2026-00-10',
  ])
    expect(isDay(day)).toBe(false)
  expect(isDay('2028-02-29')).toBe(true)
  expect(dayOf(2026, 2, 30)).toBe(null)
  expect(dayOf(2026, 12, 24)).toBe('2026-12-24')
})
