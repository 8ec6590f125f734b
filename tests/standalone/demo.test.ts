import { expect, test } from 'vitest'
import { request } from '../support/person.ts'
import { remove, startServer } from '../support/server.ts'

type Notification = { taskId: string | null; title: string; readAt: string | null }

test('what the demo tells a person is about tasks that are there, and is counted', async () => {
  const server = await startServer({ arguments: ['--demo'] })
  const [, email, password] = server.output().match(/Sign in as (\S+) with the password "(.+)"/) ?? []
  const { token } = await (await request(server.url, 'POST', '/api/session', { email, password })).json()
  const headers = { authorization: `Bearer ${token}` }
  const get = async (path: string) => (await fetch(server.url + path, { headers })).json()
  const { items } = (await get('/api/notifications')) as { items: Notification[] }
  expect(items.length).toBeGreaterThan(0)
  for (const { taskId, title } of items)
    if (taskId) expect(await get(`/api/tasks/${taskId}`)).toMatchObject({ id: taskId, title })
  const unread = items.filter(({ readAt }) => readAt === null).length
  expect(await get('/api/notifications/unread')).toEqual({ unread })
  await server.stop()
  await remove(server.data)
})
