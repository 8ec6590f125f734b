import type { Task } from '@doable/contracts/task'
import { expect, test } from 'vitest'
import { complete, leave, reopen, restore, trash, update } from './cascade.ts'

const then = '2026-01-01T00:00:00.000Z'
const now = '2026-01-02T00:00:00.000Z'
const build = (id: string, fields: Partial<Task> = {}): Task => ({
  id,
  listId: 'work',
  sectionId: null,
  parentId: null,
  title: id,
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
  position: 'i',
  completedAt: null,
  completedBy: null,
  trashedAt: null,
  createdBy: 'ada',
  createdAt: then,
  updatedAt: then,
  version: 1,
  ...fields,
})
const ids = (changes: { id: string }[]) => changes.map(({ id }) => id)

test('completing takes open subtasks along and reopening brings back exactly those', () => {
  const early = build('early', { completedAt: then, completedBy: 'ada' })
  expect(ids(complete(build('a'), [build('b'), early], now, 'ada'))).toEqual(['a', 'b'])
  const done = { completedAt: now, completedBy: 'ada' }
  expect(ids(reopen(build('a', done), [build('b', done), early], []))).toEqual(['a', 'b'])
})

test('completing twice and reopening what is open change nothing', () => {
  expect(complete(build('a', { completedAt: then }), [], now, 'ada')).toEqual([])
  expect(reopen(build('a'), [], [])).toEqual([])
})

test('reopening a subtask opens its completed parents', () => {
  expect(ids(reopen(build('b', { completedAt: now }), [], [build('a', { completedAt: now })]))).toEqual([
    'b',
    'a',
  ])
})

test('restoring under a trashed parent moves to the top', () => {
  expect(ids(trash(build('a'), [build('b'), build('c', { trashedAt: then })], now))).toEqual(['a', 'b'])
  const [own] = restore(build('b', { trashedAt: now, parentId: 'a' }), [], [build('a', { trashedAt: now })])
  expect(own).toEqual({ id: 'b', changes: { trashedAt: null, parentId: null } })
  const [kept] = restore(build('b', { trashedAt: now, parentId: 'a' }), [], [build('a')])
  expect(kept).toEqual({ id: 'b', changes: { trashedAt: null } })
})

test('a due date that goes takes its time and zone along', () => {
  const timed = build('a', { dueOn: '2026-03-01', dueTime: '09:00', dueTimeZone: 'Europe/Berlin' })
  expect(update(timed, [], { dueOn: null })[0]?.changes).toEqual({
    dueOn: null,
    dueTime: null,
    dueTimeZone: null,
  })
  expect(update(timed, [], { dueTime: null })[0]?.changes).toEqual({ dueTime: null, dueTimeZone: null })
})

test('moving to another list leaves section and parent, and what is below follows', () => {
  const moved = update(build('a', { sectionId: 's', parentId: 'p' }), [build('b', { parentId: 'a' })], {
    listId: 'home',
  })
  expect(moved).toEqual([
    { id: 'a', changes: { listId: 'home', sectionId: null, parentId: null } },
    { id: 'b', changes: { listId: 'home', sectionId: null } },
  ])
})

test('where a task goes nobody is assigned who is not there, subtasks included', () => {
  const task = build('a', { assigneeId: 'bob' })
  const subtree = [build('b', { assigneeId: 'ada' }), build('c', { assigneeId: 'bob' }), build('d')]
  const there = new Set(['ada'])
  const assigned = (people?: Set<string>) =>
    update(task, subtree, { listId: 'home' }, people).map(({ changes }) => changes.assigneeId)
  expect(assigned(there)).toEqual([null, undefined, null, undefined])
  expect(assigned(new Set(['ada', 'bob']))).toEqual([undefined, undefined, undefined, undefined])
  // Where it is not known who is there, the server will say.
  expect(assigned()).toEqual([undefined, undefined, undefined, undefined])
  expect(update(task, [], { listId: 'home', assigneeId: 'ada' }, there)[0]?.changes.assigneeId).toBe('ada')
})

test('somebody from elsewhere is not assigned, and what else was written holds', () => {
  const there = new Set(['ada'])
  const changes = (task: Task, patch: Partial<Task>) => update(task, [], patch, there)[0]?.changes
  expect(changes(build('a', { assigneeId: 'ada' }), { assigneeId: 'eve', title: 'x' })).toEqual({
    title: 'x',
  })
  expect(changes(build('a'), { assigneeId: 'eve', title: 'x' })).toEqual({ title: 'x' })
  expect(changes(build('a', { assigneeId: 'ada' }), { assigneeId: null })).toEqual({ assigneeId: null })
  expect(changes(build('a', { assigneeId: 'eve' }), { title: 'x' })).toEqual({ title: 'x', assigneeId: null })
})

test('whoever leaves is taken off what is theirs, and off nothing else', () => {
  const tasks = [build('a', { assigneeId: 'bob' }), build('b', { assigneeId: 'ada' }), build('c')]
  expect(leave(tasks, 'bob')).toEqual([{ id: 'a', changes: { assigneeId: null } }])
})
