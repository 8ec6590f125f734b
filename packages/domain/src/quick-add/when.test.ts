import { expect, test } from 'vitest'
import { nowAt } from '../calendar.ts'
import { shown, wednesday } from './testing.ts'

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
