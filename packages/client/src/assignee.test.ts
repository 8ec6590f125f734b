import type { Reminder } from '@doable/contracts/reminder'
import { newId } from '@doable/domain/ids'
import { expect, test } from 'vitest'
import { membersOf } from './members.ts'
import type { Store } from './store.ts'
import { operation, settled, world } from './world.testing.ts'

const bob = newId()
const assignees = (store: Store, ...ids: string[]) =>
  ids.map((id) => store.getSnapshot().tasks.get(id)?.assigneeId)

/** A list of the person's own that Bob shares. */
async function shared() {
  const { open, server, personId } = world()
  const listId = newId()
  server.do(operation({ type: 'list.create', subjectId: listId, fields: { name: 'Wedding', color: 'gray' } }))
  const list = server.rows.lists.get(listId)
  const members = [...(list?.members ?? []), { id: bob, name: 'Bob', role: 'editor' } as const]
  if (list) server.rows.lists.set(listId, { ...list, members, memberCount: 2 })
  const store = await open()
  await settled(store)
  return { store, personId, listId }
}

test('only members are assigned, of a new task too; who may be is known without a network', async () => {
  const { store, listId, personId } = await shared()
  expect(membersOf(store.getSnapshot(), listId).map(({ id }) => id)).toEqual([personId, bob])
  expect(membersOf(store.getSnapshot(), newId())).toEqual([])
  const id = store.addTask({ title: 'cake', listId, assigneeId: bob })
  const other = store.addTask({ title: 'mine', assigneeId: bob })
  expect(assignees(store, id, other)).toEqual([bob, null])
  store.updateTask(id, { assigneeId: newId(), title: 'the cake' })
  expect(store.getSnapshot().tasks.get(id)).toMatchObject({ title: 'the cake', assigneeId: bob })
})

test('a move unassigns with all that is below, and undo brings each back', async () => {
  const { store, listId, personId } = await shared()
  const id = store.addTask({ title: 'cake', listId, assigneeId: bob })
  const below = store.addTask({ title: 'filling', parentId: id, listId, assigneeId: bob })
  const mine = store.addTask({ title: 'icing', parentId: id, listId, assigneeId: personId })
  store.moveTasks([id], { listId: personId })
  expect(assignees(store, id, below, mine)).toEqual([null, null, personId])
  store.undo()
  expect(assignees(store, id, below, mine)).toEqual([bob, bob, personId])
  expect(store.getSnapshot().tasks.get(below)?.listId).toBe(listId)
  store.redo()
  expect(assignees(store, id, below, mine)).toEqual([null, null, personId])
})

test('a copy and a detached occurrence keep whom they are for and when they remind', async () => {
  const { store, listId } = await shared()
  const reminders: Reminder[] = [
    { kind: 'before', of: 'due', minutes: 10 },
    { kind: 'at', on: '2026-12-01', time: '18:00', timeZone: null },
  ]
  const id = store.addTask({
    title: 'water',
    listId,
    assigneeId: bob,
    reminders,
    dueOn: '2026-12-02',
    repeatRule: 'FREQ=DAILY;INTERVAL=7',
  })
  const apart = store.detachTask(id) as string
  expect(store.getSnapshot().tasks.get(apart)).toMatchObject({
    assigneeId: bob,
    reminders,
    dueOn: '2026-12-02',
  })
  expect(store.getSnapshot().tasks.get(id)?.reminders).toEqual([
    reminders[0],
    { ...reminders[1], on: '2026-12-08' },
  ])
  store.undo()
  expect(store.getSnapshot().tasks.get(id)?.reminders).toEqual(reminders)
})
