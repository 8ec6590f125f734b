import { afterAll, beforeAll, expect, test } from 'vitest'
import { startUsers, type Users } from '../fixtures/house.ts'

let users: Users
beforeAll(async () => {
  users = await startUsers()
})
afterAll(() => users.stop())

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const status = async (asking: Promise<{ statusCode: number }>) => (await asking).statusCode

async function onThreeDevices() {
  const ann = await users.person()
  const headers = { 'user-agent': firefox }
  const body = { email: ann.email, password: 'correct horse battery' }
  const another = async () => {
    users.clock.advance(60_000)
    return users.device((await users.send('POST', '/api/session', body, { headers })).json().token)
  }
  return [ann.as, await another(), await another()] as const
}
const list = async (as: ReturnType<Users['device']>) => (await as('GET', '/api/me/sessions')).json().items

test('shows where a person is signed in, this device marked, and no secret', async () => {
  const [first, second] = await onThreeDevices()
  users.clock.set('2026-11-23T08:30:00.000Z')
  const answer = await second('GET', '/api/me/sessions')
  const { items } = answer.json()
  expect(items).toHaveLength(3)
  expect(items[0]).toMatchObject({ device: 'Firefox on Linux', address: '127.0.0.1', current: true })
  expect(items[0].lastSeenAt).toBe('2026-11-23T08:30:00.000Z')
  expect(items.map((one: { current: boolean }) => one.current)).toEqual([true, false, false])
  expect(answer.body).not.toMatch(/hash|token|secret/)
  expect(await list(first)).toHaveLength(3)
})

test('one device is signed out by another; nobody else can do it', async () => {
  const [first, second] = await onThreeDevices()
  const stranger = await users.person()
  const id = (await list(second)).find((one: { current: boolean }) => one.current).id
  expect(await status(stranger.as('DELETE', `/api/me/sessions/${id}`))).toBe(404)
  expect(await status(second('GET', '/api/me'))).toBe(200)
  expect(await status(first('DELETE', `/api/me/sessions/${id}`))).toBe(204)
  expect(await status(second('GET', '/api/me'))).toBe(401)
  expect(await status(first('DELETE', `/api/me/sessions/${id}`))).toBe(404)
})

test('all others, or all', async () => {
  const [first, second, third] = await onThreeDevices()
  expect(await status(first('DELETE', '/api/me/sessions?keep=current'))).toBe(204)
  expect(await status(second('GET', '/api/me'))).toBe(401)
  expect(await status(third('GET', '/api/me'))).toBe(401)
  expect(await list(first)).toHaveLength(1)
  expect(await status(first('DELETE', '/api/me/sessions'))).toBe(204)
  expect(await status(first('GET', '/api/me'))).toBe(401)
})

test('refuses a keep it does not know', async () => {
  const ann = await users.person()
  expect(await status(ann.as('DELETE', '/api/me/sessions?keep=mine'))).toBe(400)
})

test('what has ended is forgotten, what has not is kept', async () => {
  await onThreeDevices()
  users.clock.advance(365 * 86_400_000)
  const ann = await users.person()
  expect(await users.platform.sessions.purge()).toBeGreaterThanOrEqual(3)
  expect(await users.platform.sessions.purge()).toBe(0)
  expect(await status(ann.as('GET', '/api/me'))).toBe(200)
})
