import { DataTypes } from 'sequelize'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, startUsers, type Users } from '../fixtures/house.ts'

let users: Users
beforeAll(async () => {
  users = await startUsers()
})
afterAll(() => users.stop())

/** A person on two devices, asking from the first. */
async function onTwoDevices() {
  const ann = await users.person()
  const other = users.device((await users.signIn(ann.email)).json().token)
  return { ann, other }
}
const status = async (asking: Promise<{ statusCode: number }>) => (await asking).statusCode

test('a new password: this device goes on under a new secret, the others are signed out', async () => {
  const { ann, other } = await onTwoDevices()
  const body = { password: goodPassword, newPassword: 'a very different one' }
  const answer = await ann.as('PUT', '/api/me/password', body)
  expect(answer.statusCode).toBe(204)
  const renewed = users.device(answer.cookies[0]?.value ?? '')
  expect(await status(renewed('GET', '/api/me'))).toBe(200)
  expect(await status(ann.as('GET', '/api/me'))).toBe(401)
  expect(await status(other('GET', '/api/me'))).toBe(401)
  expect(await status(users.signIn(ann.email))).toBe(401)
  expect(await status(users.signIn(ann.email, 'a very different one'))).toBe(201)
})

test('a new password must be a good one', async () => {
  const ann = await users.person()
  const answer = await ann.as('PUT', '/api/me/password', { password: goodPassword, newPassword: 'iloveyou' })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({
    type: '/problems/weak-password',
    errors: [{ pointer: '/newPassword' }],
  })
  expect(await status(users.signIn(ann.email))).toBe(201)
})

test('a new address: the others are signed out and only the new one signs in', async () => {
  const { ann, other } = await onTwoDevices()
  const { items } = (await ann.as('GET', '/api/me/sessions')).json()
  const here = items.find(({ current }: { current: boolean }) => current)
  const answer = await ann.as('PUT', '/api/me/email', { email: 'Moved@example.org', password: goodPassword })
  expect(answer.statusCode).toBe(200)
  expect(answer.json().email).toBe('moved@example.org')
  expect(await status(other('GET', '/api/me'))).toBe(401)
  expect(await status(users.signIn(ann.email))).toBe(401)
  expect(await status(users.signIn('moved@example.org'))).toBe(201)
  const told = await users.told(ann.id)
  const of = (type: string) => told?.filter((event) => event.type === type).at(-1)
  expect(of('user.changed')).toMatchObject({ data: { user: { email: 'moved@example.org' } } })
  expect(of('user.signed-out')).toMatchObject({ data: { sessionId: null, exceptId: here.id } })
})

test('of two people who want one address at once, one gets it', async () => {
  const two = [await users.person(), await users.person()]
  const wanted = { email: 'wanted@example.org', password: goodPassword }
  const codes = await Promise.all(two.map((one) => status(one.as('PUT', '/api/me/email', wanted))))
  expect(codes.sort()).toEqual([200, 409])
})

test.each([
  ['PUT', '/api/me/email', { email: 'x@example.org' }],
  ['PUT', '/api/me/password', { newPassword: 'a very different one' }],
  ['POST', '/api/me/deletion', {}],
] as const)('%s %s asks for the password, and not without end', async (method, url, fields) => {
  const { ann, other } = await onTwoDevices()
  const wrong = () => ann.as(method, url, { ...fields, password: 'not the password' })
  const first = await wrong()
  expect(first.statusCode).toBe(403)
  expect(first.json()).toMatchObject({ type: '/problems/wrong-password', errors: [{ pointer: '/password' }] })
  for (let n = 0; n < 4; n += 1) await wrong()
  expect(await status(wrong())).toBe(429)
  expect(await status(ann.as(method, url, { ...fields, password: goodPassword }))).toBe(429)
  expect(await status(other('GET', '/api/me'))).toBe(200)
  expect(await status(users.signIn(ann.email))).toBe(201)
})

test('no session outlives the password it was opened with, however close the race', async () => {
  for (let round = 0; round < 10; round += 1) {
    const ann = await users.person()
    const change = { password: goodPassword, newPassword: 'a very different one' }
    const [changed, entered] = await Promise.all([
      ann.as('PUT', '/api/me/password', change),
      new Promise((go) => setTimeout(go, round * 5)).then(() => users.signIn(ann.email)),
    ])
    expect(changed.statusCode).toBe(204)
    if (entered.statusCode !== 201) expect(entered.statusCode).toBe(401)
    else expect(await status(users.device(entered.json().token)('GET', '/api/me'))).toBe(401)
  }
})

test('where the other sessions cannot be ended, nothing is changed', async () => {
  const { ann } = await onTwoDevices()
  const { db } = users.platform
  const q = db.getQueryInterface()
  const references = { model: 'Sessions', key: 'hash' }
  await q.createTable('Stuck', { hash: { type: DataTypes.STRING(64), allowNull: false, references } })
  await db.query('INSERT INTO Stuck (hash) SELECT hash FROM Sessions')
  const newPassword = 'a very different one'
  const email = 'elsewhere@example.org'
  expect(
    await status(ann.as('PUT', '/api/me/password', { password: goodPassword, newPassword })),
  ).not.toBeLessThan(400)
  expect(await status(ann.as('PUT', '/api/me/email', { password: goodPassword, email }))).not.toBeLessThan(
    400,
  )
  expect(await status(ann.as('POST', '/api/me/deletion', { password: goodPassword }))).not.toBeLessThan(400)
  await q.dropTable('Stuck')
  expect(await status(ann.as('GET', '/api/me'))).toBe(200)
  expect(await status(users.signIn(ann.email))).toBe(201)
})

test('whether addresses have accounts is not to be asked at will', async () => {
  const ann = await users.person()
  const { email } = await users.person()
  const ask = () => status(ann.as('PUT', '/api/me/email', { email, password: goodPassword }))
  for (let n = 0; n < 10; n += 1) expect(await ask()).toBe(409)
  expect(await ask()).toBe(429)
  users.clock.advance(3_600_000)
  expect(await ask()).toBe(409)
})
