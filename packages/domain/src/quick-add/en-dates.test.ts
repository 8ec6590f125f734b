import { expect, test } from 'vitest'
import { nowAt } from '../calendar.ts'
import { shown, wednesday } from './testing.ts'

test.each([
  ['Call mum today', 'Call mum | 11-18'],
  ['Call mum tomorrow', 'Call mum | 11-19'],
  ['Call mum Tomorrow!', 'Call mum! | 11-19'],
  ['tomorrow call mum', 'call mum | 11-19'],
  ['Tomorrow, call mum', 'call mum | 11-19'],
  ['Call mum, tomorrow', 'Call mum | 11-19'],
  ['Call mum tomorrow about dad', 'Call mum about dad | 11-19'],
  ['Call mum tmr', 'Call mum | 11-19'],
  ['Call mum tonight', 'Call mum | 11-18'],
  ['Call mum tonight at 8', 'Call mum | 11-18 20:00'],
  ['Call mum the day after tomorrow', 'Call mum | 11-20'],
  ['Call mum day after tomorrow 9am', 'Call mum | 11-20 09:00'],
  ['Call mum tomorrow 5pm', 'Call mum | 11-19 17:00'],
  ['Call mum tomorrow 5 pm', 'Call mum | 11-19 17:00'],
  ['Call mum tomorrow at 5:30pm', 'Call mum | 11-19 17:30'],
  ['Call mum tomorrow, 5.30 p.m.', 'Call mum | 11-19 17:30'],
  ['Call mum tomorrow at 9', 'Call mum | 11-19 09:00'],
  ['Call mum tomorrow 9:00', 'Call mum | 11-19 09:00'],
  ['Call mum tomorrow 17:00', 'Call mum | 11-19 17:00'],
  ['Call mum tomorrow noon', 'Call mum | 11-19 12:00'],
  ['Call mum tomorrow at noon', 'Call mum | 11-19 12:00'],
  ['Call mum tomorrow morning', 'Call mum | 11-19 09:00'],
  ['Call mum tomorrow in the afternoon', 'Call mum | 11-19 15:00'],
  ['Call mum friday evening', 'Call mum | 11-20 19:00'],
  ['Call mum friday evening at 8', 'Call mum | 11-20 20:00'],
  ['Call mum this evening', 'Call mum | 11-18 19:00'],
  ['Call mum tomorrow evening for 1h at 8pm', 'Call mum | 11-19 20:00 | 60min'],
  ['5pm tomorrow call mum', 'call mum | 11-19 17:00'],
  ['Call mum at 5 tomorrow', 'Call mum | 11-19 05:00'],
  ['Call mum at 17:00 on friday', 'Call mum | 11-20 17:00'],
  ['Call mum tomorrow about dad 5pm', 'Call mum about dad | 11-19 17:00'],
  ['Call mum 5pm', 'Call mum | 11-18 17:00'],
  ['Call mum at 17:00', 'Call mum | 11-18 17:00'],
  ['Call mum at 9:00', 'Call mum | 11-19 09:00'],
  ['Call mum at 15:00', 'Call mum | 11-19 15:00'],
  ['Call mum 12am', 'Call mum | 11-19 00:00'],
  ['Call mum 12pm', 'Call mum | 11-19 12:00'],
  ['Dentist 14:30', 'Dentist | 11-19 14:30'],
  ['Call mum at noon', 'Call mum | 11-19 12:00'],
  ['Report fri', 'Report | 11-20'],
  ['Report on Fri', 'Report | 11-20'],
  ['Report by friday', 'Report | 11-20'],
  ['Report due on monday', 'Report | 11-23'],
  ['Report due tomorrow', 'Report | 11-19'],
  ['Report Thursday 10am', 'Report | 11-19 10:00'],
  ['Report thurs', 'Report | 11-19'],
  ['Report tues', 'Report | 11-24'],
  ['Report wednesday', 'Report | 11-25'],
  ['Report this wednesday', 'Report | 11-18'],
  ['Report this friday', 'Report | 11-20'],
  ['Report next monday 9:00', 'Report | 11-23 09:00'],
  ['Report next friday', 'Report | 11-27'],
  ['Report next sun', 'Report | 11-29'],
  ['Brunch sat', 'Brunch | 11-21'],
  ['Brunch sat 11:00', 'Brunch | 11-21 11:00'],
  ['Brunch on sat with Ada', 'Brunch with Ada | 11-21'],
  ['Brunch sun #Family', 'Brunch | 11-22 | #Family'],
  ['sat 9am football', 'football | 11-21 09:00'],
  ['Wash car wed', 'Wash car | 11-25'],
  ['Pay in 3 days', 'Pay | 11-21'],
  ['Pay in a week', 'Pay | 11-25'],
  ['Pay in two weeks', 'Pay | 12-02'],
  ['Pay in 1 month', 'Pay | 12-18'],
  ['Pay in 2 years', 'Pay | 2028-11-18'],
  ['Pay 3 days from now', 'Pay | 11-21'],
  ['Pay in 2 hours', 'Pay | 11-18 17:00'],
  ['Pay in 45 min', 'Pay | 11-18 15:45'],
  ['Pay in 10 hours', 'Pay | 11-19 01:00'],
  ['Pay in 3 days at 8am', 'Pay | 11-21 08:00'],
  ['Trip 27 jan', 'Trip | 2027-01-27'],
  ['Trip 27th of January', 'Trip | 2027-01-27'],
  ['Trip on the 27th of January 2028', 'Trip | 2028-01-27'],
  ['Trip Jan 27', 'Trip | 2027-01-27'],
  ['Trip January 27th, 2028', 'Trip | 2028-01-27'],
  ['Trip 18 nov', 'Trip | 11-18'],
  ['Trip 17 nov', 'Trip | 2027-11-17'],
  ['Trip 29 feb', 'Trip | 2028-02-29'],
  ['Trip 24 dec 18:30', 'Trip | 12-24 18:30'],
  ['Trip fri, 27 nov', 'Trip | 11-27'],
  ['Trip 5 may', 'Trip | 2027-05-05'],
  ['Trip may 5 with Ada', 'Trip with Ada | 2027-05-05'],
  ['Trip march 3 10:00', 'Trip | 2027-03-03 10:00'],
  ['Trip 2026-12-24', 'Trip | 12-24'],
  ['Trip 2026-12-24 18:30', 'Trip | 12-24 18:30'],
  ['Trip 2026-12-24T18:30', 'Trip | 12-24 18:30'],
  ['Trip on 2028-02-29', 'Trip | 2028-02-29'],
  ['Trip this weekend', 'Trip | 11-21'],
  ['Trip next weekend', 'Trip | 11-28'],
  ['Call mum - tomorrow', 'Call mum | 11-19'],
  ['Trip next week on fri', 'Trip | 11-27'],
  ['Trip monday next week', 'Trip | 11-23'],
  ['Trip in half an hour', 'Trip | 11-18 15:30'],
  ['Trip tomorrow from 3pm to 4pm', 'Trip from 3pm to 4pm | 11-19'],
  ['Trip next week', 'Trip | 11-23'],
  ['Trip next month', 'Trip | 12-01'],
  ['Trip next year', 'Trip | 2027-01-01'],
  ['Invoice end of month', 'Invoice | 11-30'],
  ['Invoice by the end of the month', 'Invoice | 11-30'],
  ['Invoice at the end of next month', 'Invoice | 12-31'],
  ['Invoice end of year', 'Invoice | 12-31'],
  ['Invoice on the 5th', 'Invoice | 12-05'],
  ['Invoice on the 31st', 'Invoice | 12-31'],
])('%s → %s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

test('weeks begin where the person says', () => {
  const sunday = nowAt('2026-11-22T14:00:00.000Z', 'Europe/Berlin')
  expect(shown('Report next friday', { now: sunday, weekStart: 7 })).toBe('Report | 12-04')
  expect(shown('Report next friday', { now: sunday, weekStart: 1 })).toBe('Report | 11-27')
  expect(shown('Report next week', { now: wednesday, weekStart: 7 })).toBe('Report | 11-22')
  expect(shown('Trip this weekend', { now: sunday })).toBe('Trip | 11-22')
  expect(shown('Trip next weekend', { now: sunday })).toBe('Trip | 11-28')
})

test('today is where the person is, and hours ahead follow the clock change', () => {
  const late = '2026-11-18T23:30:00.000Z'
  expect(shown('Pay today', { now: nowAt(late, 'Europe/Berlin') })).toBe('Pay | 11-19')
  expect(shown('Pay today', { now: nowAt(late, 'America/New_York') })).toBe('Pay | 11-18')
  const before = nowAt('2027-03-28T00:30:00.000Z', 'Europe/Berlin')
  expect(shown('Pay in 2 hours', { now: before })).toBe('Pay | 2027-03-28 04:30')
})
