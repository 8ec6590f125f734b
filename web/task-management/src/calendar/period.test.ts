import type { Weekday } from '@doable/domain/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cut, daysShown, monthWeeks, turned, weekNumber } from './period.ts'

test.each([
  ['2026-11-22', 1, '2026-10-26', '2026-12-06', 6],
  ['2026-11-22', 7, '2026-11-01', '2026-12-05', 5],
  ['2027-02-10', 1, '2027-02-01', '2027-02-28', 4],
  ['2028-02-29', 6, '2028-01-29', '2028-03-03', 5],
] as const)('the weeks of %s that start on weekday %i', (day, weekStart, first, last, count) => {
  const weeks = monthWeeks(day, weekStart)
  expect([weeks[0]?.[0], weeks.at(-1)?.at(-1), weeks.length]).toEqual([first, last, count])
})

test.each([
  ['2026-12-28', 1, 53],
  ['2027-01-03', 7, 1],
  ['2026-12-27', 7, 53],
  ['2027-01-04', 1, 1],
] as const)('the week of %s that starts on weekday %i has a number', (day, weekStart, expected) => {
  expect(weekNumber(daysShown(day, { mode: 'week', days: 7 }, weekStart))).toBe(expected)
})

test('a month keeps to its shorter neighbours, and nothing leaves the days there are', () => {
  expect(turned('2026-01-31', { mode: 'month' }, 1)).toBe('2026-02-28')
  expect(turned('2026-11-22', { mode: 'week', days: 7 }, -1)).toBe('2026-11-15')
  expect(turned('2200-12-20', { mode: 'month' }, 1)).toBe('2200-12-31')
  expect(turned('1900-01-01', { mode: 'week', days: 1 }, -1)).toBe('1900-01-01')
})

const days = fc
  .integer({ min: 0, max: 109_000 })
  .map((days) => Temporal.PlainDate.from('1900-02-01').add({ days }).toString())
const cuts: fc.Arbitrary<Cut> = fc.constantFrom(
  { mode: 'month' },
  { mode: 'week', days: 7 },
  { mode: 'week', days: 3 },
  { mode: 'week', days: 1 },
)

test('whatever is shown holds the day, without a gap, and is the same for all of its days', () => {
  fc.assert(
    fc.property(days, cuts, fc.integer({ min: 1, max: 7 }), (day, cut, start) => {
      const weekStart = start as Weekday
      const shown = daysShown(day, cut, weekStart)
      expect(shown).toContain(day)
      for (const [at, each] of shown.entries())
        if (at > 0) expect(Temporal.PlainDate.from(shown[at - 1] as string).until(each).days).toBe(1)
      if (cut.mode === 'month') {
        expect(Temporal.PlainDate.from(shown[0] as string).dayOfWeek).toBe(weekStart)
        expect(shown.filter((each) => each.slice(0, 7) === day.slice(0, 7))).toHaveLength(
          Temporal.PlainDate.from(day).daysInMonth,
        )
      } else for (const each of shown) expect(daysShown(each, cut, weekStart)).toEqual(shown)
      const next = daysShown(turned(day, cut, 1), cut, weekStart)
      if (cut.mode === 'week')
        expect(next[0]).toBe(
          Temporal.PlainDate.from(shown.at(-1) as string)
            .add({ days: 1 })
            .toString(),
        )
    }),
  )
})
