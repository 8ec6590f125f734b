import type { Task } from '@doable/contracts/task'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

const house: House = await openHouse()
let ada: Person
let bob: Person
let listId: string
beforeAll(async () => {
  ada = await house.person()
  bob = await house.person()
  listId = (await ada.list()).id
  await ada.ok('POST', `/api/lists/${listId}/members`, { email: bob.email, role: 'editor' })
})
afterAll(() => house.stop())

test('two people complete a task fifty times at once: it is completed once', async () => {
  const { id } = await ada.task({ listId })
  const who = (n: number) => (n % 2 ? ada : bob)
  const acts = Array.from({ length: 50 }, (_, n) => who(n).ok<Task>('POST', `/api/tasks/${id}/complete`))
  const answers = await Promise.all(acts)
  expect(new Set(answers.map(({ completedBy, version }) => `${completedBy} ${version}`)).size).toBe(1)
  const where = { subjectId: id, type: 'task.completed' }
  expect(await house.platform.events.model.count({ where })).toBe(1)
})

test('moves that would make a circle together do not', async () => {
  const tasks = await Promise.all(Array.from({ length: 8 }, () => ada.task({ listId })))
  const ring = tasks.map(({ id }, at) => ({ id, parentId: (tasks[(at + 1) % tasks.length] as Task).id }))
  const moves = ring.map(({ id, parentId }) => bob.refusal('PATCH', `/api/tasks/${id}`, { parentId }))
  const answers = await Promise.all(moves)
  expect(answers.filter(([status]) => status === 200)).toHaveLength(7)
  expect(answers.filter(([, code]) => code === 'circle')).toHaveLength(1)
})

test('fifty changes at once are all there, each with a version of its own', async () => {
  const made = await Promise.all(Array.from({ length: 50 }, (_, n) => ada.task({ listId, title: `t${n}` })))
  expect(new Set(made.map(({ version }) => version)).size).toBe(50)
  const { id } = made[0] as Task
  const fields = [{ title: 'x' }, { notes: 'n' }, { priority: 1 }, { dueOn: '2026-12-24' }, { labels: ['a'] }]
  await Promise.all(fields.map((field, n) => (n % 2 ? ada : bob).ok('PATCH', `/api/tasks/${id}`, field)))
  expect(await ada.ok('GET', `/api/tasks/${id}`)).toMatchObject(Object.assign({}, ...fields))
})

test('moves between two lists in both directions end well', async () => {
  const other = (await ada.list()).id
  const tasks = await Promise.all([listId, other, listId, other].map((id) => ada.task({ listId: id })))
  const away = (task: Task) => (task.listId === listId ? other : listId)
  await Promise.all(tasks.map((task) => ada.ok('PATCH', `/api/tasks/${task.id}`, { listId: away(task) })))
  for (const task of tasks)
    expect(await ada.ok('GET', `/api/tasks/${task.id}`)).toMatchObject({ listId: away(task) })
})
