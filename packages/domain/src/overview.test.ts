import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, nowAt, today } from './calendar.ts'
import { overview } from './overview.ts'

const now = nowAt('2026-11-22T16:00:00.000Z', 'Europe/Berlin')
const when = { now, weekStart: 1 } as const
type Fields = Partial<Parameters<typeof overview>[0] extends Iterable<infer T> ? T : never>
const build = (fields: Fields = {}) => ({
  listId: 'work',
  labels: [],
  priority: 4,
  dueOn: null,
  dueTime: null,
  dueTimeZone: null,
  deadlineOn: null,
  completedAt: null,
  trashedAt: null,
  ...fields,
})
const done = (day: string) => build({ completedAt: `${day}T12:00:00.000Z` })
const lists = [{ id: 'work' }, { id: 'home' }]
const labels = [{ name: 'Errand' }, { name: 'quiet' }]

test('open tasks are counted by day, list, label and priority', () => {
  const figures = overview(
    [
      build({ dueOn: '2026-11-22', labels: ['errand'], priority: 1 }),
      build({ dueOn: '2026-11-22', dueTime: '09:00', listId: 'home' }),
      build({ dueOn: '2026-11-21', labels: ['new', 'Errand'] }),
      build({ deadlineOn: '2026-11-01', listId: 'unknown' }),
      build({ dueOn: '2026-11-28' }),
      build({ dueOn: '2026-11-29', labels: ['NEW'] }),
      build({ dueOn: '2026-11-22', trashedAt: now.instant }),
      build({ dueOn: '2026-11-22', completedAt: now.instant }),
    ],
    lists,
    labels,
    when,
  )
  expect(figures).toMatchObject({ open: 6, dueToday: 2, overdue: 2, doneToday: 1, streak: 1 })
  expect(figures.nextDays.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 0, 1])
  expect(figures.nextDays[6]?.day).toBe('2026-11-28')
  expect(figures.byList).toEqual([
    { listId: 'work', open: 4 },
    { listId: 'home', open: 1 },
  ])
  expect(figures.byLabel).toEqual([
    { label: 'Errand', open: 2 },
    { label: 'quiet', open: 0 },
    { label: 'new', open: 2 },
  ])
  expect(figures.byPriority.map(({ open }) => open)).toEqual([1, 0, 0, 5])
})

test('completions fall on the person’s days and weeks', () => {
  const late = build({ completedAt: '2026-11-21T23:30:00.000Z' })
  const figures = overview([late, done('2026-11-16'), done('2026-11-15'), done('2025-11-22')], [], [], when)
  expect(figures.doneToday).toBe(1)
  expect(figures.completedPerDay.length).toBe(365)
  expect(figures.completedPerDay[0]).toEqual({ day: '2025-11-23', count: 0 })
  expect(figures.completedPerDay.at(-1)).toEqual({ day: '2026-11-22', count: 1 })
  expect(figures.completedPerWeek.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 1, 2])
  expect(figures.completedPerWeek[0]?.day).toBe('2026-09-28')
  expect(overview([], [], [], { now, weekStart: 7 }).completedPerWeek.at(-1)?.day).toBe('2026-11-22')
})

test.each([
  ['nothing done', [], 0],
  ['today only', ['2026-11-22'], 1],
  ['today is still open', ['2026-11-21', '2026-11-20'], 2],
  ['today too', ['2026-11-22', '2026-11-21', '2026-11-20'], 3],
  ['broken yesterday', ['2026-11-20'], 0],
  ['a gap ends it', ['2026-11-22', '2026-11-20'], 1],
])('streak: %s', (_, days, streak) => {
  expect(overview(days.map(done), [], [], when).streak).toBe(streak)
})

test('a streak may be longer than the year that is shown', () => {
  const days = Array.from({ length: 800 }, (_, at) => done(addDays(now.day, -at)))
  expect(overview(days, [], [], when).streak).toBe(800)
})

test('every completion of the year is counted on the day its person saw', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  const ago = fc.array(fc.integer({ min: 0, max: 363 * 86_400_000 }), { maxLength: 40 })
  fc.assert(
    fc.property(zones, ago, (zone, all) => {
      const here = nowAt(now.instant, zone)
      const at = all.map((ms) => new Date(Date.parse(now.instant) - ms).toISOString())
      const tasks = at.map((completedAt) => build({ completedAt }))
      const { completedPerDay, doneToday } = overview(tasks, [], [], { now: here, weekStart: 1 })
      const counts = new Map(completedPerDay.map(({ day, count }) => [day, count]))
      for (const instant of at) {
        const day = today(instant, zone)
        expect(counts.get(day)).toBe(at.filter((other) => today(other, zone) === day).length)
      }
      expect(doneToday).toBe(counts.get(here.day))
    }),
    { numRuns: 50 },
  )
})
