import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, type Method, startUsers, type Users } from '../fixtures/house.ts'
import { png } from '../fixtures/pictures.ts'

let users: Users
beforeAll(async () => {
  users = await startUsers()
})
afterAll(() => users.stop())

const picture = { type: 'image/png', data: png(9, 9).toString('base64') }
const patch = { name: 'Ann', theme: 'dark' }
const newPassword = 'another good one'

/** At most so many SQL statements per call, that of finding the session and those of a transaction included. */
test.each<[Method, string, unknown, number]>([
  ['POST', '/api/users', { email: 'budget@example.org', name: 'Budget', password: goodPassword }, 8],
  ['POST', '/api/session', { email: 'budget@example.org', password: goodPassword }, 3],
  ['GET', '/api/me', undefined, 2],
  ['PATCH', '/api/me', patch, 6],
  ['PUT', '/api/me/picture', picture, 8],
  ['GET', '/api/me/picture', undefined, 3],
  ['DELETE', '/api/me/picture', undefined, 7],
  ['GET', '/api/me/sessions', undefined, 2],
  ['DELETE', '/api/me/sessions?keep=current', undefined, 5],
  ['PUT', '/api/me/email', { email: 'budget2@example.org', password: goodPassword }, 13],
  ['PUT', '/api/me/password', { password: goodPassword, newPassword }, 13],
  ['POST', '/api/me/deletion', { password: goodPassword }, 8],
  ['DELETE', '/api/session', undefined, 5],
])('%s %s stays within its statements', async (method, url, body, most) => {
  const ann = await users.person()
  if (method === 'GET' && url.endsWith('picture')) await ann.as('PUT', url, picture)
  const asks = method === 'POST' && !url.includes('/me') ? users.device('') : ann.as
  const { answer, statements } = await users.counted(() => asks(method, url, body))
  expect(answer.statusCode).toBeLessThan(300)
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(most)
})
