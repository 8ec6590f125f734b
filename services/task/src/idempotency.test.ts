import type { Task } from '@doable/contracts/task'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

const house: House = await openHouse()
let ada: Person
beforeAll(async () => {
  ada = await house.person()
})
afterAll(() => house.stop())
type Method = 'POST' | 'PATCH' | 'DELETE'
const keyed = (key: string, method: Method, url: string, body?: unknown, who = ada) =>
  who.call(method, url, body, { 'idempotency-key': key })
const events = (subjectId: string) => house.platform.events.model.count({ where: { subjectId } })

test('a repeat under the same key gets the same answer and does nothing', async () => {
  const first = await keyed('k1', 'POST', '/api/tasks', { title: 'once' })
  const again = await keyed('k1', 'POST', '/api/tasks', { title: 'once' })
  expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body])
  const { items } = await ada.ok<{ items: Task[] }>('GET', '/api/tasks')
  expect(items).toHaveLength(1)
})

test('every write can be repeated', async () => {
  const { id: listId } = await ada.list()
  const { id } = await ada.task({ listId })
  const section = await ada.ok<{ id: string }>('POST', '/api/sections', { listId, name: 'S' })
  const label = await ada.ok<{ id: string }>('POST', '/api/labels', { name: 'errand' })
  const filter = await ada.ok<{ id: string }>('POST', '/api/filters', { name: 'F', query: 'p1' })
  const bob = await house.person()
  const writes: [Method, string, object?][] = [
    ['PATCH', `/api/tasks/${id}`, { title: 'two' }],
    ['POST', `/api/tasks/${id}/complete`],
    ['POST', `/api/tasks/${id}/reopen`],
    ['DELETE', `/api/tasks/${id}`],
    ['POST', `/api/tasks/${id}/restore`],
    ['DELETE', `/api/tasks/${id}`],
    ['POST', `/api/tasks/${id}/purge`],
    ['POST', '/api/lists', { name: 'L' }],
    ['PATCH', `/api/lists/${listId}`, { name: 'M' }],
    ['POST', '/api/sections', { listId, name: 'T' }],
    ['PATCH', `/api/sections/${section.id}`, { name: 'U' }],
    ['DELETE', `/api/sections/${section.id}`],
    ['POST', `/api/sections/${section.id}/restore`],
    ['POST', '/api/labels', { name: 'home' }],
    ['PATCH', `/api/labels/${label.id}`, { color: 'red' }],
    ['DELETE', `/api/labels/${label.id}`],
    ['POST', `/api/labels/${label.id}/restore`],
    ['POST', '/api/filters', { name: 'G', query: 'today' }],
    ['PATCH', `/api/filters/${filter.id}`, { favorite: true }],
    ['DELETE', `/api/filters/${filter.id}`],
    ['POST', `/api/filters/${filter.id}/restore`],
    ['POST', `/api/lists/${listId}/members`, { email: bob.email, role: 'viewer' }],
    ['DELETE', `/api/lists/${listId}/members/${bob.id}`],
    ['DELETE', `/api/lists/${listId}`],
    ['POST', `/api/lists/${listId}/restore`],
  ]
  for (const [at, [method, url, body]] of writes.entries()) {
    const first = await keyed(`w${at}`, method, url, body)
    expect([method, url, first.statusCode < 300]).toEqual([method, url, true])
    const told = await house.platform.events.model.count()
    const again = await keyed(`w${at}`, method, url, body)
    expect([again.statusCode, again.body]).toEqual([first.statusCode, first.body])
    expect(await house.platform.events.model.count()).toBe(told)
  }
})

test('twenty repeats at once are one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => keyed('at-once', 'POST', '/api/tasks', { title: 'x' })),
  )
  const ids = new Set(answers.map((answer) => (answer.json() as Task).id))
  expect([...ids]).toHaveLength(1)
  expect(await events([...ids][0] as string)).toBe(1)
})

test('a key is its person’s, and for one request', async () => {
  await keyed('k2', 'POST', '/api/tasks', { title: 'mine' })
  const other = await keyed('k2', 'POST', '/api/tasks', { title: 'other' })
  expect(other.statusCode).toBe(422)
  expect(other.json()).toMatchObject({ type: '/problems/idempotency-key-reused' })
  const bob = await house.person()
  const his = await keyed('k2', 'POST', '/api/tasks', { title: 'mine' }, bob)
  expect(his.json()).toMatchObject({ createdBy: bob.id })
  for (const bad of ['', 'x'.repeat(101), 'ü'])
    expect((await keyed(bad, 'POST', '/api/tasks', { title: 'x' })).statusCode).toBe(400)
})

test('a refusal is not kept', async () => {
  const { id } = await ada.task()
  expect((await keyed('k3', 'POST', `/api/tasks/${id}/purge`)).statusCode).toBe(409)
  await ada.ok('DELETE', `/api/tasks/${id}`)
  expect((await keyed('k3', 'POST', `/api/tasks/${id}/purge`)).statusCode).toBe(204)
})
