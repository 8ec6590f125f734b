import type { Task } from '@doable/contracts/task'
import { expect, test } from 'vitest'
import { nowAt } from './calendar.ts'
import { matchesFilter } from './task-filter.ts'
import type { TaskFilter } from './task-link.ts'

const now = nowAt('2026-11-22T09:00:00.000Z', 'Europe/Berlin')
const open: Task = {
  id: 't',
  listId: 'work',
  sectionId: null,
  parentId: null,
  title: 'Call',
  notes: '',
  labels: ['Phone'],
  priority: 2,
  startOn: null,
  dueOn: '2026-11-21',
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
  position: 'a',
  completedAt: null,
  completedBy: null,
  trashedAt: null,
  createdBy: 'p',
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  version: 1,
}
/** Completed at half past midnight of 22 November in Berlin, when it still was the 21st in UTC. */
const done: Task = { ...open, completedAt: '2026-11-21T23:30:00.000Z' }

test.each<[Task, TaskFilter, boolean]>([
  [open, {}, true],
  [done, {}, false],
  [{ ...open, trashedAt: now.instant }, {}, false],
  [open, { listId: 'work', priority: 2, label: 'phone' }, true],
  [open, { listId: 'home' }, false],
  [open, { priority: 1 }, false],
  [open, { label: 'errand' }, false],
  [open, { overdue: true }, true],
  [{ ...open, dueOn: now.day }, { overdue: true }, false],
  [{ ...open, dueOn: null, deadlineOn: '2026-11-21' }, { overdue: true }, true],
  [open, { undated: true }, false],
  [{ ...open, dueOn: null }, { undated: true }, true],
  [open, { dueOn: '2026-11-21' }, true],
  [{ ...open, dueTime: '23:30', dueTimeZone: 'UTC' }, { dueOn: '2026-11-22' }, true],
  [open, { dueFrom: '2026-11-20', dueTo: '2026-11-21' }, true],
  [open, { dueFrom: '2026-11-22' }, false],
  [{ ...open, dueOn: null }, { dueTo: '2026-11-22' }, false],
  [done, { completed: true }, true],
  [done, { completedOn: '2026-11-22' }, true],
  [done, { completedOn: '2026-11-21' }, false],
  [done, { completedFrom: '2026-11-16', completedTo: '2026-11-22' }, true],
  [open, { completedOn: '2026-11-22' }, false],
])('%j through %j: %s', (task, filter, shown) => {
  expect(matchesFilter(task, filter, now)).toBe(shown)
})
