import { newId } from '@doable/domain/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

let house: House
let ada: Person
beforeAll(async () => {
  house = await openHouse()
  ada = await house.person()
})
afterAll(() => house.stop())
const subtask = (parentId: string, title = 'below') => ada.task({ parentId, title })
const now = (id: string) => ada.ok<Record<string, unknown>>('GET', `/api/tasks/${id}`)

test('a task goes to the Inbox unless it says where', async () => {
  const task = await ada.task({ title: 'Call the plumber', labels: ['home', 'Home'], dueOn: '2026-11-23' })
  expect(task).toMatchObject({ listId: ada.id, labels: ['home'], priority: 4, dueTime: null })
  expect(await now(task.id)).toEqual(task)
})

test('every field is kept as it was written', async () => {
  const fields = {
    title: 'Überraschung 🎉',
    notes: '# Plan\n\n- one',
    labels: ['waiting for', 'home'],
    priority: 1,
    startOn: '2026-11-23',
    dueOn: '2026-11-24',
    dueTime: '17:30',
    dueTimeZone: 'Asia/Tokyo',
    deadlineOn: '2026-12-01',
    durationMinutes: 90,
    position: 'k5',
  }
  const task = await ada.task(fields)
  expect(task).toMatchObject(fields)
  expect(await now(task.id)).toEqual(task)
  const empty = { notes: '', labels: [], startOn: null, dueOn: null, deadlineOn: null, durationMinutes: null }
  const changed = await ada.ok('PATCH', `/api/tasks/${task.id}`, empty)
  expect(changed).toMatchObject({ ...empty, dueTime: null, dueTimeZone: null, title: fields.title })
  expect(await now(task.id)).toEqual(changed)
})

test('a time without a day is no time', async () => {
  expect(await ada.task({ dueTime: '10:00', dueTimeZone: 'Europe/Berlin' })).toMatchObject({ dueTime: null })
})

test('what changes nothing raises nothing and tells nobody', async () => {
  const task = await ada.task({ title: 'same' })
  const again = await ada.ok<{ version: number }>('PATCH', `/api/tasks/${task.id}`, { title: 'same' })
  expect(again.version).toBe(task.version)
  const { events } = house.platform
  expect(await events.model.count({ where: { subjectId: task.id } })).toBe(1)
})

test('completing takes what is below along; reopening brings it back', async () => {
  const parent = await ada.task({ title: 'above' })
  const child = await subtask(parent.id)
  const early = await subtask(parent.id, 'done before')
  await ada.ok('POST', `/api/tasks/${early.id}/complete`)
  house.clock.advance(60_000)
  const done = await ada.ok<Record<string, unknown>>('POST', `/api/tasks/${parent.id}/complete`)
  expect(done).toMatchObject({ completedBy: ada.id, completedAt: house.clock.now().toISOString() })
  expect((await now(child.id)).completedAt).toBe(done.completedAt)
  house.clock.advance(60_000)
  expect(await ada.ok('POST', `/api/tasks/${parent.id}/complete`)).toEqual(done)
  await ada.ok('POST', `/api/tasks/${parent.id}/reopen`)
  expect((await now(child.id)).completedAt).toBeNull()
  expect((await now(early.id)).completedAt).not.toBeNull()
})

test('reopening a subtask opens its parents', async () => {
  const parent = await ada.task()
  const child = await subtask(parent.id)
  await ada.ok('POST', `/api/tasks/${parent.id}/complete`)
  await ada.ok('POST', `/api/tasks/${child.id}/reopen`)
  expect((await now(parent.id)).completedAt).toBeNull()
})

test('the trash takes and gives back what is below', async () => {
  const parent = await ada.task()
  const child = await subtask(parent.id)
  expect(await ada.status('DELETE', `/api/tasks/${parent.id}`)).toBe(204)
  expect(await ada.status('DELETE', `/api/tasks/${parent.id}`)).toBe(204)
  expect((await now(child.id)).trashedAt).not.toBeNull()
  expect(await ada.refusal('PATCH', `/api/tasks/${(await ada.task()).id}`, { parentId: parent.id })).toEqual([
    409,
    'parent-trashed',
  ])
  expect(await subtask(parent.id, 'not lost')).toMatchObject({ parentId: null })
  await ada.ok('POST', `/api/tasks/${child.id}/restore`)
  expect(await now(child.id)).toMatchObject({ trashedAt: null, parentId: null })
  await ada.ok('POST', `/api/tasks/${parent.id}/restore`)
  expect((await now(parent.id)).trashedAt).toBeNull()
})

test('only what is in the trash can be erased, once', async () => {
  const parent = await ada.task({ labels: ['gone'] })
  const child = await subtask(parent.id)
  expect(await ada.refusal('POST', `/api/tasks/${parent.id}/purge`)).toEqual([409, 'not-trashed'])
  await ada.ok('DELETE', `/api/tasks/${parent.id}`)
  expect(await ada.status('POST', `/api/tasks/${parent.id}/purge`)).toBe(204)
  expect(await ada.status('POST', `/api/tasks/${parent.id}/purge`)).toBe(204)
  expect(await ada.status('GET', `/api/tasks/${child.id}`)).toBe(404)
  expect(await ada.refusal('POST', '/api/tasks', { id: child.id, title: 'again' })).toEqual([409, 'id-taken'])
})

test('what is sent twice under the same id is made once', async () => {
  const id = newId()
  const first = await ada.task({ id, title: 'once' })
  expect(await ada.task({ id, title: 'once' })).toEqual(first)
  const bob = await house.person()
  expect(await bob.refusal('POST', '/api/tasks', { id, title: 'mine' })).toEqual([409, 'id-taken'])
})

test('what does not fit the contract is a problem document with pointers', async () => {
  const answer = await ada.call('POST', '/api/tasks', { title: ' ', priority: 5, ownerId: 'x' })
  expect(answer.statusCode).toBe(400)
  const { errors } = answer.json() as { errors: { pointer: string }[] }
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/ownerId', '/priority', '/title'])
  expect(await ada.status('PATCH', `/api/tasks/${newId()}`, {})).toBe(400)
})
