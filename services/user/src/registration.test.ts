import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, startUsers, type Users } from '../fixtures/house.ts'

let users: Users
beforeAll(async () => {
  users = await startUsers()
})
afterAll(() => users.stop())

const ada = {
  email: 'Ada@Example.org',
  password: goodPassword,
  name: 'Ada Lovelace',
  timeZone: 'europe/london',
}

test('whoever registers is signed in, in a cookie that scripts cannot read', async () => {
  const answer = await users.send('POST', '/api/users', ada)
  expect(answer.statusCode).toBe(201)
  const { user, token } = answer.json()
  expect(user).toMatchObject({
    email: 'ada@example.org',
    name: 'Ada Lovelace',
    timeZone: 'Europe/London',
    language: 'en',
    weekStart: 1,
    theme: 'system',
    dailyGoal: 5,
    pictureAt: null,
    createdAt: '2026-11-22T12:00:00.000Z',
  })
  expect(answer.body).not.toContain('argon2')
  expect(answer.cookies[0]).toMatchObject({
    name: 'sid',
    value: token,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  })
  expect((await users.device(token)('GET', '/api/me')).json()).toEqual(user)
  const script = await users.send('GET', '/api/me', undefined, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(script.json()).toEqual(user)
  const { administrator, ...known } = user
  expect(administrator).toBe(true)
  expect(await users.told(user.id)).toEqual([{ type: 'user.registered', data: { user: known } }])
})

test('of two people who register one address at once, one gets it', async () => {
  const both = await Promise.all(
    ['Race@example.org', 'race@example.org'].map((email) =>
      users.send('POST', '/api/users', { ...ada, email }),
    ),
  )
  expect(both.map((answer) => answer.statusCode).sort()).toEqual([201, 409])
  const refused = both.find((answer) => answer.statusCode === 409)
  expect(refused?.json()).toMatchObject({ type: '/problems/email-taken', errors: [{ pointer: '/email' }] })
})

test.each([
  ['password', 'one of the 3,000 commonest'],
  ['TrustNo1', 'one of them in other letters'],
  ['weak@example.org', 'the e-mail address'],
  ['ada lovelace', 'the name'],
])('refuses %s: %s', async (password) => {
  const answer = await users.send('POST', '/api/users', { ...ada, email: 'weak@example.org', password })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ type: '/problems/weak-password', errors: [{ pointer: '/password' }] })
})

test.each([
  ['an unknown field', { isAdmin: true }, '/isAdmin'],
  ['a short password', { password: 'short' }, '/password'],
  ['a long password', { password: 'x'.repeat(129) }, '/password'],
  ['no address', { email: 'nobody' }, '/email'],
  ['a name of two lines', { name: 'a\nb' }, '/name'],
  ['a number for a name', { name: 7 }, '/name'],
  ['an offset for a zone', { timeZone: '+02:00' }, '/timeZone'],
  ['a language it does not speak', { language: 'xx' }, '/language'],
])('refuses %s and says where', async (_, fields, pointer) => {
  const answer = await users.send('POST', '/api/users', { ...ada, email: 'new@example.org', ...fields })
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json().errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer])
})

test('refuses bodies that are no JSON or huge', async () => {
  const headers = { 'content-type': 'application/json' }
  const bad = await users.app.inject({ method: 'POST', url: '/api/users', headers, payload: '{"email":' })
  expect(bad.statusCode).toBe(400)
  const huge = await users.send('POST', '/api/users', { ...ada, name: 'x'.repeat(2_000_000) })
  expect(huge.statusCode).toBe(413)
})

test('one address cannot make accounts without end, and may go on an hour later', async () => {
  const ask = (n: number) => {
    const body = { ...ada, email: `n${n}@example.org`, password: 'password' }
    return users.send('POST', '/api/users', body, { remoteAddress: '192.0.2.9' })
  }
  for (let n = 0; n < 100; n += 1) expect((await ask(n)).statusCode).toBe(400)
  const refused = await ask(100)
  expect(refused.statusCode).toBe(429)
  expect(refused.headers['retry-after']).toBe('3600')
  users.clock.advance(3_600_000)
  expect((await ask(101)).statusCode).toBe(400)
})
