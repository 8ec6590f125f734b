import { expect, test } from 'vitest'
import { describeDate, describeDay } from './describe-day.ts'

test.each([
  ['2026-11-21', 'en-GB', 'Yesterday'],
  ['2026-11-22', 'en-GB', 'Today'],
  ['2026-11-23', 'en-GB', 'Tomorrow'],
  ['2026-11-24', 'en-GB', 'Tuesday'],
  ['2026-11-28', 'en-GB', 'Saturday'],
  ['2026-11-29', 'en-GB', '29 Nov'],
  ['2026-11-20', 'en-GB', '20 Nov'],
  ['2027-01-27', 'en-GB', '27 Jan 2027'],
  ['2100-02-28', 'en-GB', '28 Feb 2100'],
  ['2026-11-29', 'en-US', 'Nov 29'],
  ['2026-11-22', 'de', 'Heute'],
  ['2026-11-23', 'de', 'Morgen'],
  ['2026-11-24', 'de', 'Dienstag'],
  ['2026-12-24', 'de', '24. Dez.'],
])('%s in %s is %s', (day, locale, words) => {
  expect(describeDay(day, '2026-11-22', locale)).toBe(words)
})

test('years turn by the calendar, not by distance', () => {
  expect(describeDay('2027-01-01', '2026-12-31', 'en')).toBe('Tomorrow')
  expect(describeDay('2027-01-03', '2026-12-31', 'en')).toBe('Sunday')
  expect(describeDay('2025-12-29', '2026-01-01', 'en-GB')).toBe('29 Dec 2025')
})

test('headings name weekday and date', () => {
  expect(describeDate('2026-11-22', '2026-11-20', 'en-GB')).toBe('Sun 22 Nov')
  expect(describeDate('2027-01-27', '2026-11-20', 'de')).toBe('Mi., 27. Jan. 2027')
})
