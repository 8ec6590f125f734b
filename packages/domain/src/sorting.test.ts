import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nowAt } from './calendar.ts'
import { comparator, type Sortable, sortTasks } from './sorting.ts'

const now = nowAt('2026-11-22T16:00:00.000Z', 'Europe/Berlin')
const sorts = ['smart', 'priority', 'date', 'order', 'title', 'created'] as const
const build = (id: string, fields: Partial<Sortable> = {}): Sortable => ({
  id,
  position: 'i5',
  title: id,
  priority: 4,
  dueOn: null,
  dueTime: null,
  dueTimeZone: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...fields,
})
const ids = (tasks: Sortable[]) => tasks.map(({ id }) => id)

test('smart: late and today by priority, then the coming days, then what has no day', () => {
  const expected = [
    build('today urgent', { dueOn: '2026-11-22', priority: 1 }),
    build('two days late', { dueOn: '2026-11-20' }),
    build('today at nine', { dueOn: '2026-11-22', dueTime: '09:00' }),
    build('today at five', { dueOn: '2026-11-22', dueTime: '17:00' }),
    build('today all day', { dueOn: '2026-11-22' }),
    build('tomorrow', { dueOn: '2026-11-23', dueTime: '08:00', priority: 2 }),
    build('tomorrow without priority', { dueOn: '2026-11-23', dueTime: '07:00' }),
    build('next week urgent', { dueOn: '2026-11-29', priority: 1 }),
    build('some day urgent', { priority: 1 }),
    build('some day, higher up', { position: 'i3' }),
    build('some day, lower down', { position: 'i4' }),
  ]
  expect(ids(sortTasks([...expected].reverse(), 'smart', now))).toEqual(ids(expected))
})

test('a fixed due is sorted by the day its person sees', () => {
  const newYork = { dueOn: '2026-11-22', dueTime: '20:00', dueTimeZone: 'America/New_York' }
  const tasks = [build('b', newYork), build('a', { dueOn: '2026-11-22', dueTime: '23:00' })]
  expect(ids(sortTasks(tasks, 'date', now))).toEqual(['a', 'b'])
})

test('each order says what comes first', () => {
  const tasks = [
    build('a', { title: 'Task 10', priority: 2, position: 'i3', createdAt: '2026-01-03T00:00:00.000Z' }),
    build('b', {
      title: 'Äpfel',
      dueOn: '2027-01-01',
      position: 'i2',
      createdAt: '2026-01-01T00:00:00.000Z',
    }),
    build('c', { title: 'task 9', priority: 1, position: 'i1', createdAt: '2026-01-02T00:00:00.000Z' }),
  ]
  expect(ids(sortTasks(tasks, 'priority', now))).toEqual(['c', 'a', 'b'])
  expect(ids(sortTasks(tasks, 'date', now))).toEqual(['b', 'c', 'a'])
  expect(ids(sortTasks(tasks, 'order', now))).toEqual(['c', 'b', 'a'])
  expect(ids(sortTasks(tasks, 'title', now, 'de'))).toEqual(['b', 'c', 'a'])
  expect(ids(sortTasks(tasks, 'created', now))).toEqual(['a', 'c', 'b'])
})

const tasks = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 40 }).map(String),
    position: fc.constantFrom('i1', 'i2', 'i2x'),
    title: fc.oneof(fc.constantFrom('a', 'A', 'ä', 'a1', ''), fc.string({ unit: 'grapheme' })),
    priority: fc.integer({ min: 1, max: 4 }),
    dueOn: fc.constantFrom(null, '2026-11-20', '2026-11-22', '2026-11-24'),
    dueTime: fc.constantFrom(null, '09:00', '23:30'),
    dueTimeZone: fc.constantFrom(null, 'America/New_York', 'Pacific/Kiritimati'),
    createdAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
  }),
  { selector: ({ id }) => id, minLength: 3, maxLength: 20 },
)

test.each(sorts)('%s is a total order that does not depend on where it starts', (sort) => {
  fc.assert(
    fc.property(tasks, fc.integer(), (all, turn) => {
      const compare = comparator(sort, now)
      const [a, b, c] = all as [Sortable, Sortable, Sortable]
      expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)))
      expect(compare(a, b)).not.toBe(0)
      expect(compare(a, a)).toBe(0)
      if (compare(a, b) < 0 && compare(b, c) < 0) expect(compare(a, c)).toBeLessThan(0)
      const at = Math.abs(turn) % all.length
      const turned = [...all.slice(at), ...all.slice(0, at)].reverse()
      expect(ids(sortTasks(turned, sort, now))).toEqual(ids(sortTasks(all, sort, now)))
    }),
  )
})

test('sorting leaves its argument alone', () => {
  const given = Object.freeze([build('b'), build('a')])
  expect(ids(sortTasks(given, 'title', now))).toEqual(['a', 'b'])
  expect(ids([...given])).toEqual(['b', 'a'])
})
