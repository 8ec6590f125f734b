import type { Task } from '@doable/contracts/task'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'

const house: House = await openHouse()
let ada: Person
let list: { id: string }
let task: Task
beforeAll(async () => {
  ada = await house.person()
  list = await ada.list()
  for (let n = 0; n < 60; n++) task = await ada.task({ listId: list.id, labels: ['home'] })
  await ada.task({ parentId: task.id, listId: list.id })
})
afterAll(() => house.stop())
const { cost } = house
const path = (act = '') => `/api/tasks/${task.id}${act}`

test('reading costs as many statements however much there is', async () => {
  expect(await cost(() => ada.ok('GET', '/api/tasks'))).toBeLessThanOrEqual(3)
  expect(await cost(() => ada.ok('GET', `/api/tasks?listId=${list.id}&search=x`))).toBeLessThanOrEqual(5)
  expect(await cost(() => ada.ok('GET', '/api/tasks/counts'))).toBeLessThanOrEqual(3)
  expect(await cost(() => ada.ok('GET', path()))).toBe(1)
  expect(await cost(() => ada.ok('GET', path('/comments')))).toBe(2)
  expect(await cost(() => ada.ok('GET', path('/history')))).toBe(3)
  expect(await cost(() => ada.ok('GET', '/api/lists'))).toBe(2)
  expect(await cost(() => ada.ok('GET', '/api/labels'))).toBe(1)
  expect(await cost(() => ada.ok('GET', `/api/lists/${list.id}/sections`))).toBe(2)
  expect(await cost(() => ada.ok('GET', `/api/lists/${list.id}/members`))).toBe(2)
})

test('writing costs as many statements however much there is', async () => {
  expect(await cost(() => ada.task({ listId: list.id }))).toBeLessThanOrEqual(5)
  expect(await cost(() => ada.task({ listId: list.id, labels: ['home'] }))).toBeLessThanOrEqual(7)
  expect(await cost(() => ada.ok('PATCH', path(), { title: 'other' }))).toBeLessThanOrEqual(4)
  expect(await cost(() => ada.ok('POST', path('/comments'), { text: 'Hello' }))).toBeLessThanOrEqual(8)
  for (const act of ['/complete', '/reopen'])
    expect(await cost(() => ada.ok('POST', path(act)))).toBeLessThanOrEqual(4)
  expect(await cost(() => ada.ok('PATCH', path(), { listId: ada.id }))).toBeLessThanOrEqual(14)
  expect(await cost(() => ada.ok('DELETE', path()))).toBeLessThanOrEqual(4)
  expect(await cost(() => ada.ok('POST', path('/purge')))).toBeLessThanOrEqual(9)
  expect(await cost(() => ada.list())).toBeLessThanOrEqual(11)
})

test('a pull of nothing is one statement, of something a handful', async () => {
  const { cursor } = await ada.pull()
  expect(await cost(() => ada.pull(cursor))).toBeLessThanOrEqual(1)
  await ada.task({ listId: list.id })
  expect(await cost(() => ada.pull(cursor))).toBeLessThanOrEqual(5)
})

test('a push pays for each operation once, and reads what it touched once', async () => {
  const tasks = await Promise.all(Array.from({ length: 20 }, () => ada.task({ listId: list.id })))
  const operations = tasks.map(({ id }) => operation('task.complete', id, {}))
  expect(await cost(() => ada.push(operations))).toBeLessThanOrEqual(20 * 5 + 2)
  expect(await cost(() => ada.push(operations))).toBeLessThanOrEqual(2)
})
