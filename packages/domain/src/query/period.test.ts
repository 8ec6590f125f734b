import { expect, test } from 'vitest'
import { nowAt } from '../calendar.ts'
import { phrases } from './arbitrary.testing.ts'
import { isPeriod, readPeriod } from './period.ts'
import { dayPhrases } from './period-words.ts'

const on = (day: string, language = 'en') => ({
  now: nowAt(`${day}T12:00:00.000Z`, 'UTC'),
  weekStart: 1 as const,
  language,
})
const wednesday = '2026-11-18'
const written = (text: string, calendar = on(wednesday), past = false) => {
  const period = readPeriod(text, calendar, past)
  if (!period) return null
  return period.first === period.last ? period.first : `${period.first} ${period.last}`
}

test.each([
  ['this week', '2026-11-16 2026-11-22'],
  ['next week', '2026-11-23 2026-11-29'],
  ['last week', '2026-11-09 2026-11-15'],
  ['this month', '2026-11-01 2026-11-30'],
  ['next month', '2026-12-01 2026-12-31'],
  ['last month', '2026-10-01 2026-10-31'],
  ['this year', '2026-01-01 2026-12-31'],
  ['next year', '2027-01-01 2027-12-31'],
  ['last year', '2025-01-01 2025-12-31'],
  ['this weekend', '2026-11-21 2026-11-22'],
  ['last weekend', '2026-11-14 2026-11-15'],
  ['next 1 days', '2026-11-18'],
  ['next 7 days', '2026-11-18 2026-11-24'],
  ['last 2 weeks', '2026-11-05 2026-11-18'],
  ['diese woche', '2026-11-16 2026-11-22'],
  ['nächste woche', '2026-11-23 2026-11-29'],
  ['letzte woche', '2026-11-09 2026-11-15'],
  ['vergangene woche', '2026-11-09 2026-11-15'],
  ['kommende woche', '2026-11-23 2026-11-29'],
  ['dieser monat', '2026-11-01 2026-11-30'],
  ['nächsten monat', '2026-12-01 2026-12-31'],
  ['letztes jahr', '2025-01-01 2025-12-31'],
  ['dieses wochenende', '2026-11-21 2026-11-22'],
  ['am wochenende', '2026-11-21 2026-11-22'],
  ['am nächsten wochenende', '2026-11-28 2026-11-29'],
  ['die nächsten 7 tage', '2026-11-18 2026-11-24'],
  ['letzte 30 tage', '2026-10-20 2026-11-18'],
  ['+2 weeks', '2026-12-02'],
  ['+3 tage', '2026-11-21'],
  ['vor 3 tagen', '2026-11-15'],
  ['24.12.', '2026-12-24'],
  ['27. jan', '2027-01-27'],
  ['übermorgen', '2026-11-20'],
  ['am montag', null],
  ['today at 5pm', null],
  ['next', null],
  ['week', null],
  ['last 0 days', null],
  ['+9999 weeks', null],
  ['9999-12-31', null],
  ['', null],
])('%j is %s', (text, days) => {
  expect(written(text)).toBe(days)
})

test.each([
  ['27 jan', wednesday, '2026-01-27'],
  ['18 nov', wednesday, '2026-11-18'],
  ['19 nov', wednesday, '2025-11-19'],
  ['1 jan', '2026-01-01', '2026-01-01'],
  ['2 jan', '2026-01-01', '2025-01-02'],
  ['31 dec', '2026-01-01', '2025-12-31'],
  ['29 feb', wednesday, '2024-02-29'],
  ['29 feb', '2104-02-28', '2096-02-29'],
  ['the 5th', wednesday, '2026-11-05'],
  ['the 20th', wednesday, '2026-10-20'],
  ['the 31st', '2026-11-30', '2026-10-31'],
  ['mon', wednesday, '2026-11-16'],
  ['wed', wednesday, '2026-11-18'],
  ['thu', wednesday, '2026-11-12'],
  ['do', wednesday, '2026-11-12'],
  ['24.12.', wednesday, '2025-12-24'],
  ['tomorrow', wednesday, '2026-11-19'],
  ['+7 days', wednesday, '2026-11-25'],
  ['next friday', wednesday, '2026-11-27'],
  ['nächsten freitag', wednesday, '2026-11-27'],
  ['end of year', wednesday, '2026-12-31'],
  ['jahresende', wednesday, '2026-12-31'],
  ['2027-01-01', wednesday, '2027-01-01'],
  ['1 jan 2027', wednesday, '2027-01-01'],
  ['next week', wednesday, '2026-11-23 2026-11-29'],
])('looking back, %j on %s is %s', (text, day, days) => {
  expect(written(text, on(day), true)).toBe(days)
})

test('what is offered can be read, and means the same in every language', () => {
  for (const text of [...phrases, ...dayPhrases('en'), ...dayPhrases('de')].map((each) =>
    each.toLowerCase(),
  )) {
    expect(isPeriod(text), text).toBe(true)
    expect(written(text, on(wednesday, 'de')), text).toBe(written(text, on(wednesday, 'en')))
  }
})
