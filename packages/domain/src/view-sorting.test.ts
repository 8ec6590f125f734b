import type { Task } from '@doable/contracts/task'
import type { ViewSort } from '@doable/contracts/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nowAt } from './calendar.ts'
import { sortTasks } from './sorting.ts'
import { isAscending, viewComparator } from './view-sorting.ts'

const now = nowAt('2026-11-22T11:00:00.000Z', 'Europe/Berlin')
const plain: Task = {
  id: '',
  listId: 'l1',
  sectionId: null,
  parentId: null,
  title: '',
  notes: '',
  labels: [],
  priority: 4,
  startOn: null,
  dueOn: null,
  dueTime: null,
  dueTimeZone: null,
  deadlineOn: null,
  durationMinutes: null,
  assigneeId: null,
  reminders: [],
  repeatRule: null,
  repeatMode: null,
  occurrenceOn: null,
  skippedOn: [],
  position: 'm',
  completedAt: null,
  completedBy: null,
  trashedAt: null,
  createdBy: 'p1',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  version: 1,
}
const names = {
  list: (id: string) => ({ l1: 'Work', l2: 'äpfel', l3: 'Zoo' })[id] ?? '',
  person: (id: string) => ({ p1: 'Grace', p2: 'Ada' })[id] ?? '',
}
const ids = (sort: ViewSort, descending: boolean, tasks: Partial<Task>[]) =>
  tasks
    .map((task, at) => ({ ...plain, id: `${at}`, position: `m${at}1`, ...task }))
    .sort(viewComparator({ sort, descending }, { now, locale: 'de', names }))
    .map(({ id }) => id)
    .join('')

test.each<[ViewSort, Partial<Task>[], string, string]>([
  ['deadline', [{}, { deadlineOn: '2026-02-01' }, { deadlineOn: '2026-01-01' }], '210', '120'],
  ['start', [{}, { startOn: '2026-02-01' }, { startOn: '2026-01-01' }], '210', '120'],
  ['date', [{}, { dueOn: '2026-02-01' }, { dueOn: '2026-01-01' }], '210', '120'],
  ['duration', [{ durationMinutes: 90 }, {}, { durationMinutes: 9 }], '201', '021'],
  ['labels', [{ labels: ['b'] }, {}, { labels: ['a', 'z'] }], '201', '021'],
  ['list', [{ listId: 'l3' }, { listId: 'l1' }, { listId: 'l2' }], '210', '012'],
  ['assignee', [{ assigneeId: 'p1' }, {}, { assigneeId: 'p2' }], '201', '021'],
  [
    'completed',
    [{ completedAt: '2026-01-01T00:00:00.000Z' }, {}, { completedAt: '2026-02-01T00:00:00.000Z' }],
    '201',
    '021',
  ],
  ['updated', [{}, { updatedAt: '2026-02-01T00:00:00.000Z' }], '10', '01'],
  ['created', [{}, { createdAt: '2026-02-01T00:00:00.000Z' }], '10', '01'],
  ['title', [{ title: 'b' }, { title: 'a10' }, { title: 'a9' }], '210', '012'],
])('by %s: what lacks it comes last in either direction', (sort, tasks, forth, back) => {
  expect([ids(sort, false, tasks), ids(sort, true, tasks)]).toEqual([forth, back])
})

test('values of times grow downwards only once the newest no longer come first', () => {
  expect(isAscending({ sort: 'created', descending: false })).toBe(false)
  expect(isAscending({ sort: 'created', descending: true })).toBe(true)
  expect(isAscending({ sort: 'title', descending: false })).toBe(true)
})

const some = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    title: fc.constantFrom('a', 'b', 'B'),
    priority: fc.integer({ min: 1, max: 4 }),
    dueOn: fc.constantFrom(null, '2026-11-20', '2026-11-22', '2026-12-01'),
    durationMinutes: fc.constantFrom(null, 5, 10),
    position: fc.constantFrom('a', 'b', 'c'),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
)
const sorts: ViewSort[] = ['smart', 'priority', 'date', 'order', 'title', 'created', 'duration', 'assignee']

test('every order is one: whatever tasks come in, they come out the same', () => {
  fc.assert(
    fc.property(some, fc.constantFrom(...sorts), fc.boolean(), (rows, sort, descending) => {
      const tasks = rows.map((row): Task => ({ ...plain, ...row }))
      const sorted = (all: Task[]) =>
        all.toSorted(viewComparator({ sort, descending }, { now, locale: 'en', names })).map(({ id }) => id)
      expect(sorted(tasks.toReversed())).toEqual(sorted(tasks))
      if (!descending && (sort === 'smart' || sort === 'date' || sort === 'title'))
        expect(sorted(tasks)).toEqual(sortTasks(tasks, sort, now).map(({ id }) => id))
    }),
  )
})
