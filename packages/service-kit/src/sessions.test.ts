import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { deviceName } from './device.ts'
import { startServices, type TestApp, TestClock } from './testing.ts'

const day = 24 * 60 * 60 * 1000
let running: TestApp
let clock: TestClock
beforeEach(async () => {
  clock = new TestClock()
  running = await startServices([noteService], { clock })
})
afterEach(() => running.stop())

async function signIn(
  personId = uuidv7(),
  agent = 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0',
) {
  const headers = { 'user-agent': agent }
  const answer = await running.app.inject({
    method: 'POST',
    url: '/api/notes/session',
    payload: { personId },
    headers,
  })
  return { ...(answer.json() as { secret: string; sessionId: string }), cookie: answer.cookies[0] }
}
const status = async (secret: string) =>
  (await running.app.inject({ url: '/api/notes', headers: { cookie: `sid=${secret}` } })).statusCode
const rows = (sql: string) => {
  const db = new DatabaseSync(join(running.dataDir, 'doable.db'))
  const found = db.prepare(sql).all()
  db.close()
  return found as Record<string, unknown>[]
}

test('the cookie is out of reach of scripts and other sites, and its secret is not in the database', async () => {
  const { secret, cookie } = await signIn()
  expect(cookie).toMatchObject({ name: 'sid', value: secret, httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(await status(secret)).toBe(200)
  expect(JSON.stringify(rows('SELECT * FROM Sessions'))).not.toContain(secret)
})

test('under https the cookie is __Host- and Secure', async () => {
  await running.stop()
  running = await startServices([noteService], { env: { PUBLIC_URL: 'https://todo.example.org' } })
  const { cookie } = await signIn()
  expect(cookie).toMatchObject({ name: '__Host-sid', secure: true, path: '/' })
  expect(cookie).not.toHaveProperty('domain')
})

test.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}'`, '../../../../etc/passwd'])(
  '%j is nobody',
  async (secret) => {
    await signIn()
    expect(await status(secret)).toBe(401)
  },
)

test('a session ends after its idle time, which use renews', async () => {
  const { secret } = await signIn()
  for (let n = 0; n < 3; n += 1) {
    clock.advance(13 * day)
    expect(await status(secret)).toBe(200)
  }
  clock.advance(14 * day)
  expect(await status(secret)).toBe(401)
})

test('a session ends at its longest time however much it is used', async () => {
  const { secret } = await signIn()
  for (let n = 0; n < 8; n += 1) {
    clock.advance(11 * day)
    expect(await status(secret)).toBe(200)
  }
  clock.advance(2 * day)
  expect(await status(secret)).toBe(401)
})

test('use is written down at most once a minute', async () => {
  const { secret } = await signIn()
  const seen = () => rows('SELECT lastSeenAt FROM Sessions')[0]?.lastSeenAt
  const first = seen()
  clock.advance(59_000)
  await status(secret)
  expect(seen()).toBe(first)
  clock.advance(2_000)
  await status(secret)
  expect(seen()).not.toBe(first)
})

test('a new secret for the same session voids the old one at once', async () => {
  const { secret, sessionId } = await signIn()
  const headers = { cookie: `sid=${secret}` }
  const answer = await running.app.inject({ method: 'PUT', url: '/api/notes/session', headers })
  const fresh = answer.cookies[0]?.value ?? ''
  expect(answer.statusCode).toBe(204)
  expect([await status(secret), await status(fresh)]).toEqual([401, 200])
  expect(rows('SELECT id FROM Sessions')).toMatchObject([{ id: sessionId }])
})

test('devices are listed, last used first, and end one by one or all but one', async () => {
  const personId = uuidv7()
  const other = await signIn()
  const [laptop, phone, script] = [
    await signIn(personId),
    await signIn(
      personId,
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile/15E148 Safari/604.1',
    ),
    await signIn(personId, 'curl/8.9.1'),
  ] as const
  const { sessions } = running.app
  clock.advance(2 * 60_000)
  await status(laptop.secret)
  const names = (await sessions.list(personId)).map(({ device }) => device)
  expect(names[0]).toBe('Firefox on Linux')
  expect(new Set(names)).toEqual(new Set(['Firefox on Linux', 'Safari on iPhone', 'curl']))
  expect(await sessions.end(personId, other.sessionId)).toBe(false)
  expect(await sessions.end(personId, phone.sessionId)).toBe(true)
  expect(await status(phone.secret)).toBe(401)
  expect(await sessions.endAll(personId, laptop.sessionId)).toBe(1)
  expect(await Promise.all([laptop, script, other].map(({ secret }) => status(secret)))).toEqual([
    200, 401, 200,
  ])
})

test('whoever can write to the table of sessions still cannot become another person', async () => {
  const victim = uuidv7()
  const { secret } = await signIn()
  const db = new DatabaseSync(join(running.dataDir, 'doable.db'))
  db.prepare('UPDATE Sessions SET personId = ?').run(victim)
  db.close()
  expect(await status(secret)).toBe(401)
})

test('sessions survive a restart, and the keys are their owner’s alone', async () => {
  const { secret } = await signIn()
  const keys = join(running.dataDir, 'session-keys.json')
  expect(statSync(keys).mode & 0o777).toBe(0o600)
  await running.app.close()
  const again = await startServices([noteService], { clock, env: { DATA_DIR: running.dataDir } })
  const headers = { authorization: `Bearer ${secret}` }
  expect((await again.app.inject({ url: '/api/notes', headers })).statusCode).toBe(200)
  await again.stop()
})

test('what has ended is forgotten', async () => {
  await signIn()
  clock.advance(15 * day)
  const { secret } = await signIn()
  expect(await running.app.sessions.purge()).toBe(1)
  expect(await status(secret)).toBe(200)
})

test.each([
  ['', 'Unknown device'],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15', 'Safari on macOS'],
])('%j is shown as %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name)
})
