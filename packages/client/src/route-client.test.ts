import type { taskApi as TaskApi } from '@doable/contracts/task-api'
import { expect, test } from 'vitest'
import { ApiError, createApi } from './route-client.ts'
import { taskRoutes } from './routes.ts'

function answering(response: Response) {
  const asked: [string, RequestInit][] = []
  const fetch = async (url: string, init: RequestInit = {}) => {
    asked.push([url, init])
    return response.clone()
  }
  return { asked, api: createApi<typeof TaskApi>(taskRoutes, { baseUrl: 'https://doable.test', fetch }) }
}

test('fills the address, the query and the body', async () => {
  const { asked, api } = answering(Response.json({ items: [], next: null }))
  await api.tasks({ query: { search: 'a&b', priority: 1, listId: undefined } })
  await api.changeTask({ params: { id: 'a/b' }, body: { title: 'New' } })
  await api.tasks()
  expect(asked.map(([url, { method, body }]) => [method, url, body])).toEqual([
    ['GET', 'https://doable.test/api/tasks?search=a%26b&priority=1', undefined],
    ['PATCH', 'https://doable.test/api/tasks/a%2Fb', '{"title":"New"}'],
    ['GET', 'https://doable.test/api/tasks', undefined],
  ])
})

test('answers nothing for 204', async () => {
  const { api } = answering(new Response(null, { status: 204 }))
  expect(await api.trashTask({ params: { id: 'a' } })).toBeUndefined()
})

test('throws the problem that the server explains, and how long to wait', async () => {
  const problem = { type: '/problems/task-not-found', title: 'Not found', status: 404 }
  const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '3' }
  const { api } = answering(new Response(JSON.stringify(problem), { status: 404, headers }))
  const error = await api.task({ params: { id: 'a' } }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 404, problem, explained: true, retryAfter: 3000 })
})

test('tells what a proxy says from what the server says', async () => {
  const headers = { 'content-type': 'text/html', 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }
  const { api } = answering(new Response('<h1>Bad gateway</h1>', { status: 502, headers }))
  const error = await api.task({ params: { id: 'a' } }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ status: 502, explained: false, retryAfter: 0, problem: { status: 502 } })
})
