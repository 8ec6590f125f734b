import type { Task } from '@doable/contracts/task'
import { json } from '@doable/service-kit/rows'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

const house: House = await openHouse()
let ada: Person
let bob: Person
beforeAll(async () => {
  ada = await house.person()
  bob = await house.person()
})
afterAll(() => house.stop())

/** What was told of a subject, oldest first. */
async function told(subjectId: string) {
  const rows = await house.platform.events.model.findAll({ where: { subjectId }, order: ['id'], raw: true })
  return rows.map(({ type, scopeId, actorId, audience, data }) => ({
    type,
    scopeId,
    actorId,
    audience: json<string[]>(audience).sort(),
    data: json<{ task: Task; ownerId: string; before?: Partial<Task>; open?: boolean }>(data),
  }))
}

test('every act on a task is told with its state, its list owner and all members of the list', async () => {
  const list = await ada.list({ name: 'Shared' })
  await ada.ok('POST', `/api/lists/${list.id}/members`, { email: bob.email, role: 'editor' })
  const { id } = await bob.task({ listId: list.id, title: 'first' })
  const path = `/api/tasks/${id}`
  await ada.ok('PATCH', path, { title: 'second', dueOn: '2026-12-01' })
  for (const act of ['complete', 'complete', 'reopen']) await bob.ok('POST', `${path}/${act}`)
  await bob.ok('DELETE', path)
  await bob.ok('POST', `${path}/restore`)
  await bob.ok('DELETE', path)
  const last = await bob.ok<Task>('GET', path)
  await bob.ok('POST', `${path}/purge`)
  const events = await told(id)
  expect(events.map(({ type }) => type.replace('task.', ''))).toEqual([
    'created',
    'changed',
    'completed',
    'reopened',
    'trashed',
    'restored',
    'trashed',
    'purged',
  ])
  const everybody = [ada.id, bob.id].sort()
  for (const event of events) {
    expect(event).toMatchObject({ scopeId: list.id, audience: everybody })
    expect(event.data).toMatchObject({ ownerId: ada.id, task: { id } })
  }
  expect(events[1]).toMatchObject({ actorId: ada.id, data: { before: { title: 'first', dueOn: null } } })
  expect(events[2]?.data.task.completedBy).toBe(bob.id)
  const { notes: _notes, ...known } = last
  expect(events.at(-1)?.data.task).toEqual(known)
})

test('notes are told when they are new, and not again with every act', async () => {
  const { id } = await ada.task({ notes: 'first' })
  const below = await ada.task({ parentId: id, notes: 'below' })
  const path = `/api/tasks/${id}`
  await ada.ok('PATCH', path, { title: 'other' })
  await ada.ok('PATCH', path, { notes: 'second' })
  await ada.ok('POST', `${path}/complete`)
  const notes = (await told(id)).map(({ data }) => [data.before?.notes, data.task.notes])
  expect(notes).toEqual([
    [undefined, 'first'],
    [undefined, undefined],
    ['first', 'second'],
    [undefined, undefined],
  ])
  expect((await told(below.id)).map(({ data }) => data.task.notes)).toEqual(['below', undefined])
  expect(await ada.ok('GET', `/api/tasks/${below.id}`)).toMatchObject({ notes: 'below' })
})

test('whoever stays behind learns that something left their list, and nothing about where it went', async () => {
  const list = await ada.list({ name: 'Shared' })
  await ada.ok('POST', `/api/lists/${list.id}/members`, { email: bob.email, role: 'editor' })
  const task = await ada.task({ listId: list.id, title: 'secret from now on' })
  await ada.ok('PATCH', `/api/tasks/${task.id}`, { listId: ada.id })
  const moved = (await told(task.id)).at(-1)
  expect(moved).toMatchObject({ type: 'task.changed', scopeId: ada.id, audience: [ada.id] })
  expect(moved?.data.before).toEqual({ listId: list.id })
  const left = (await told(list.id)).at(-1)
  expect(left).toMatchObject({ type: 'list.changed', audience: [ada.id, bob.id].sort() })
  expect(JSON.stringify(left)).not.toContain(task.id)
})

test('a list tells whether it is open', async () => {
  const list = await ada.list()
  const path = `/api/lists/${list.id}`
  await ada.ok('PATCH', path, { archived: true })
  await ada.ok('PATCH', path, { archived: false })
  await ada.ok('DELETE', path)
  await ada.ok('POST', `${path}/restore`)
  expect((await told(list.id)).map(({ data }) => data.open)).toEqual([true, false, true, false, true])
})

test('a label is told to its person alone', async () => {
  await ada.ok('POST', '/api/labels', { name: 'errand' })
  expect((await told(ada.id)).at(-1)).toMatchObject({ type: 'own.changed', audience: [ada.id], data: {} })
})
