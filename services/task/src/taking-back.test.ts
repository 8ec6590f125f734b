import type { Completion } from '@doable/contracts/completion'
import { mostNamed } from '@doable/contracts/operation-limits'
import type { NewTask, Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'

let house: House
let ada: Person
beforeAll(async () => {
  house = await openHouse()
  ada = await house.person()
})
beforeEach(() => house.clock.set(new Date('2026-11-22T12:00:00.000Z')))
afterAll(() => house.stop())

const now = (id: string) => ada.ok<Task>('GET', `/api/tasks/${id}`)
const act = (id: string, verb: string) => ada.ok<Task>('POST', `/api/tasks/${id}/${verb}`)
/** Sends one operation a second later, and answers how it ended. */
async function send(what: object): Promise<string | undefined> {
  house.clock.advance(1000)
  const { results } = await ada.push([{ ...what, at: house.clock.now().toISOString() } as never])
  return results[0]?.problem?.type ?? results[0]?.status
}
const isDone = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await now(id)).completedAt !== null))
const isTrashed = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await now(id)).trashedAt !== null))

async function family(fields: Partial<NewTask> = {}) {
  const parent = await ada.task(fields)
  const child = await ada.task({ parentId: parent.id })
  const other = await ada.task({ parentId: parent.id })
  return [parent.id, child.id, other.id] as const
}

test('reopening and completing by name reach those tasks and no others', async () => {
  const [parent, child, other] = await family()
  await act(parent, 'complete')
  const reopen = operation('task.reopen', child, { only: [child] })
  expect(await send(reopen)).toBe('applied')
  expect(await isDone(parent, child, other)).toEqual([true, false, true])
  await send(operation('task.reopen', child, { only: [parent, other] }))
  expect(await isDone(parent, child, other)).toEqual([false, false, true])
  await send(operation('task.complete', parent, { only: [parent] }))
  expect(await isDone(parent, child, other)).toEqual([true, false, true])
  const stranger = await ada.task()
  await send(operation('task.complete', parent, { only: [child, stranger.id] }))
  expect(await isDone(child, stranger.id)).toEqual([true, false])
})

test('a task that repeats is completed by name for good, and opened as it was', async () => {
  const [parent, child] = await family({ dueOn: '2026-11-22', repeatRule: 'FREQ=DAILY' })
  await send(operation('task.complete', parent, { only: [parent] }))
  expect(await now(parent)).toMatchObject({ dueOn: '2026-11-22', completedAt: expect.any(String) })
  expect(await isDone(child)).toEqual([false])
  await send(operation('task.reopen', parent, { only: [parent] }))
  expect(await now(parent)).toMatchObject({ repeatRule: 'FREQ=DAILY', completedAt: null })
})

test('restoring by name leaves in the trash what went there with it', async () => {
  const [parent, child, other] = await family()
  await act(child, 'complete')
  await ada.ok('DELETE', `/api/tasks/${parent}`)
  await send(operation('task.restore', parent, { only: [parent, other] }))
  expect(await isTrashed(parent, child, other)).toEqual([false, true, false])
})

test('what was restored alone goes back into the trash below its parent', async () => {
  const [parent, child, other] = await family()
  await ada.ok('DELETE', `/api/tasks/${parent}`)
  await act(child, 'restore')
  expect(await now(child)).toMatchObject({ parentId: null, trashedAt: null })
  await send(operation('task.trash', child, { parentId: parent }))
  expect(await now(child)).toMatchObject({ parentId: parent, trashedAt: expect.any(String) })
  await act(parent, 'restore')
  expect(await isTrashed(parent, child, other)).toEqual([false, true, false])
})

test('a parent that is not in the same place, lies below or is gone is no parent', async () => {
  const [parent, child, other] = await family()
  const list = await ada.list({ name: 'Elsewhere' })
  const elsewhere = await ada.task({ listId: list.id })
  const section = await ada.ok<{ id: string }>('POST', '/api/sections', { listId: ada.id, name: 'S' })
  const inSection = await ada.task({ sectionId: section.id })
  const hidden = await (await house.person()).task()
  for (const parentId of [child, parent, elsewhere.id, inSection.id, hidden.id, newId()]) {
    expect(await send(operation('task.trash', parent, { parentId }))).toBe('applied')
    expect(await now(parent)).toMatchObject({ parentId: null, trashedAt: expect.any(String) })
    await send(operation('task.restore', parent, { only: [parent, child, other] }))
  }
})

test('an occurrence that was taken back counts again, with those tasks that it had and no others', async () => {
  const [parent, child, other] = await family({ dueOn: '2026-11-22', repeatRule: 'FREQ=DAILY;COUNT=3' })
  await act(child, 'complete')
  await act(parent, 'complete')
  const after = await Promise.all([now(parent), now(child), now(other)])
  const seen = ({ updatedAt: _, version: __, ...rest }: Task) => rest
  await act(parent, 'uncomplete')
  expect(await isDone(parent, child, other)).toEqual([false, true, false])
  const since = await ada.task({ parentId: parent, dueOn: '2026-11-22' })
  await act(since.id, 'complete')
  const again = operation('task.recomplete', parent, { occurrenceOn: '2026-11-22' })
  expect(await send(again)).toBe('applied')
  expect((await Promise.all([now(parent), now(child), now(other)])).map(seen)).toEqual(after.map(seen))
  expect(await now(since.id)).toMatchObject({ dueOn: '2026-11-22', completedAt: expect.any(String) })
  const { items } = await ada.ok<{ items: Completion[] }>('GET', `/api/tasks/${parent}/completions`)
  expect(items.map(({ occurrenceOn }) => occurrenceOn)).toEqual(['2026-11-22'])
  const { version } = await now(parent)
  await send(operation('task.recomplete', parent, { occurrenceOn: '2026-11-22' }))
  expect((await now(parent)).version).toBe(version)
})

test('an older one counts again and the task stays where it is; every device hears of it', async () => {
  const task = await ada.task({ dueOn: '2026-11-22', repeatRule: 'FREQ=DAILY' })
  const complete = (occurrenceOn: string) =>
    send(operation('task.complete', task.id, { occurrenceOn, doneOn: '2026-11-22' }))
  await complete('2026-11-22')
  await complete('2026-11-23')
  await send(operation('task.uncomplete', task.id, { occurrenceOn: '2026-11-22' }))
  const { cursor } = await ada.pull()
  const { dueOn } = await now(task.id)
  await send(operation('task.recomplete', task.id, { occurrenceOn: '2026-11-22' }))
  expect(await now(task.id)).toMatchObject({ dueOn })
  const { completions } = await ada.pull(cursor)
  expect(completions).toMatchObject([{ taskId: task.id, occurrenceOn: '2026-11-22', undoneAt: null }])
})

test('a stranger hears nothing of a task, a viewer may only read, and too many names are no operation', async () => {
  const list = await ada.list({ name: 'Shared' })
  const { id } = await ada.task({ listId: list.id, dueOn: '2026-11-22', repeatRule: 'FREQ=DAILY' })
  const [eve, vic] = [await house.person(), await house.person()]
  await ada.ok('POST', `/api/lists/${list.id}/members`, { email: vic.email, role: 'viewer' })
  await act(id, 'complete')
  await act(id, 'uncomplete')
  const operations = () => [
    operation('task.recomplete', id, { occurrenceOn: '2026-11-22' }),
    operation('task.complete', id, { only: [id] }),
    operation('task.trash', id, { parentId: newId() }),
  ]
  const statuses = async (person: Person) =>
    (await person.push(operations())).results.map(({ problem }) => problem?.status)
  expect(await statuses(eve)).toEqual([404, 404, 404])
  expect(await statuses(vic)).toEqual([403, 403, 403])
  expect(await now(id)).toMatchObject({ dueOn: '2026-11-22', completedAt: null, trashedAt: null })
  const only = Array.from({ length: mostNamed + 1 }, newId)
  expect(await send(operation('task.complete', id, { only }))).not.toBe('applied')
  expect(await isDone(id)).toEqual([false])
})
