import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, startUsers, type Users } from '../fixtures/house.ts'
import { hashPassword } from './hashing.ts'

let users: Users
beforeAll(async () => {
  users = await startUsers({ ADDRESS_TRIES: '8' })
})
afterAll(() => users.stop())

test('signs in with an address in any letters, under a secret of its own each time', async () => {
  const ann = await users.person({ email: 'ann@example.org' })
  const answer = await users.signIn(' ANN@example.org ')
  expect(answer.statusCode).toBe(201)
  expect(answer.json().user.id).toBe(ann.id)
  expect(answer.json().token).not.toBe(ann.token)
  expect((await ann.as('GET', '/api/me')).statusCode).toBe(200)
})

test('signing in on a device that is signed in ends what it was before', async () => {
  const ann = await users.person()
  const again = await ann.as('POST', '/api/session', { email: ann.email, password: goodPassword })
  expect(again.statusCode).toBe(201)
  expect((await ann.as('GET', '/api/me')).statusCode).toBe(401)
  expect((await users.device(again.json().token)('GET', '/api/me')).statusCode).toBe(200)
})

test('a secret planted before signing in is worth nothing after it', async () => {
  const { email } = await users.person()
  const planted = 'A'.repeat(43)
  const answer = await users.send(
    'POST',
    '/api/session',
    { email, password: goodPassword },
    { cookies: { sid: planted } },
  )
  expect(answer.json().token).not.toBe(planted)
  expect((await users.device(planted)('GET', '/api/me')).statusCode).toBe(401)
})

test('a wrong password and an unknown account get the same answer', async () => {
  const { email } = await users.person()
  const wrong = await users.signIn(email, 'not the password', '192.0.2.1')
  const unknown = await users.signIn('nobody@example.org', 'not the password', '192.0.2.1')
  expect(wrong.statusCode).toBe(401)
  expect(wrong.json().type).toBe('/problems/wrong-credentials')
  expect(unknown.body).toBe(wrong.body)
  expect(unknown.headers['set-cookie']).toBeUndefined()
})

test.each(['an account', 'an unknown account'])(
  '%s waits ever longer after five failures, right password or not',
  async (which) => {
    const { email } = which === 'an account' ? await users.person() : { email: 'ghost@example.org' }
    let from = 0
    const wrong = () => {
      from += 1
      return users.signIn(email, 'not the password', `198.51.100.${from}`)
    }
    for (let n = 0; n < 5; n += 1) expect((await wrong()).statusCode).toBe(401)
    const waits: number[] = []
    for (let n = 0; n < 4; n += 1) {
      const refused = await users.signIn(email, goodPassword, '203.0.113.5')
      expect(refused.statusCode).toBe(429)
      expect(refused.json().type).toBe('/problems/too-many-tries')
      waits.push(Number(refused.headers['retry-after']))
      users.clock.advance(Number(refused.headers['retry-after']) * 1000)
      expect((await wrong()).statusCode).toBe(401)
    }
    expect(waits).toEqual([15, 30, 60, 120])
  },
)

test('a right password after the wait forgives the failures', async () => {
  const { email } = await users.person()
  for (let n = 0; n < 5; n += 1) await users.signIn(email, 'not the password', '192.0.2.20')
  users.clock.advance(15_000)
  expect((await users.signIn(email, goodPassword, '192.0.2.21')).statusCode).toBe(201)
  for (let n = 0; n < 4; n += 1) await users.signIn(email, 'not the password', '192.0.2.22')
  expect((await users.signIn(email, goodPassword, '192.0.2.23')).statusCode).toBe(201)
})

test('a hundred guesses sent at once are few guesses', async () => {
  const { email } = await users.person()
  const guesses = Array.from({ length: 100 }, (_, n) =>
    users.signIn(email, `guess number ${n}`, `10.0.0.${n}`),
  )
  const codes = (await Promise.all(guesses)).map((answer) => answer.statusCode)
  expect(codes.filter((code) => code === 401)).toHaveLength(5)
  expect(codes.filter((code) => code === 429)).toHaveLength(95)
})

test('an address that tries many accounts waits too, and a claimed origin changes nothing', async () => {
  const guess = (n: number) =>
    users.send(
      'POST',
      '/api/session',
      { email: `many${n}@example.org`, password: 'not the password' },
      { remoteAddress: '192.0.2.30', headers: { 'x-forwarded-for': `10.9.9.${n}` } },
    )
  for (let n = 0; n < 8; n += 1) expect((await guess(n)).statusCode).toBe(401)
  expect((await guess(9)).statusCode).toBe(429)
})

test('all addresses that one IPv6 customer has are one', async () => {
  const guess = (n: number) =>
    users.signIn(`six${n}@example.org`, 'not the password', `2001:db8:1:1:${n}:${n}::${n}`)
  for (let n = 0; n < 8; n += 1) expect((await guess(n)).statusCode).toBe(401)
  expect((await guess(9)).statusCode).toBe(429)
  expect((await users.signIn('six@example.org', 'not the password', '2001:db8:1:2::1')).statusCode).toBe(401)
})

test('an unknown account costs a hash like any other: it waits for its turn among them', async () => {
  const { email } = await users.person()
  const done: string[] = []
  const others = Array.from({ length: 8 }, () => hashPassword('some password').then(() => done.push('hash')))
  const known = users.signIn(email, 'not the password').then(() => done.push('known'))
  const unknown = users
    .signIn('nobody.at.all@example.org', 'not the password')
    .then(() => done.push('unknown'))
  await Promise.all([...others, known, unknown])
  expect(done.indexOf('known')).toBeGreaterThan(6)
  expect(done.indexOf('unknown')).toBeGreaterThan(6)
})

test('signing out ends the session and takes the cookie', async () => {
  const ann = await users.person()
  const answer = await ann.as('DELETE', '/api/session')
  expect(answer.statusCode).toBe(204)
  expect(answer.cookies[0]).toMatchObject({ name: 'sid', value: '' })
  expect((await ann.as('GET', '/api/me')).statusCode).toBe(401)
})

test('a session that is not used ends', async () => {
  const ann = await users.person()
  users.clock.advance(14 * 86_400_000)
  expect((await ann.as('GET', '/api/me')).statusCode).toBe(401)
})

test('another site cannot sign anybody in or out', async () => {
  const ann = await users.person()
  const answer = await ann.as('DELETE', '/api/session', undefined, { 'sec-fetch-site': 'cross-site' })
  expect(answer.statusCode).toBe(403)
  expect((await ann.as('GET', '/api/me')).statusCode).toBe(200)
})
