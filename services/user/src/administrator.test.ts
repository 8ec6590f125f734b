import { DatabaseSessions } from '@doable/service-kit/database-sessions'
import { migrate, rollBack } from '@doable/service-kit/migrations'
import { QueryTypes } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { goodPassword, startUsers, type Users } from '../fixtures/house.ts'
import { setAdministrator } from './administrator.ts'
import { userService } from './index.ts'

let users: Users
beforeEach(async () => {
  users = await startUsers()
})
afterEach(() => users.stop())

const change = (email: string, to: boolean) => {
  const { db, clock } = users.platform
  return setAdministrator({ db, clock, sessions: new DatabaseSessions(db) }, email, to)
}
const signedIn = async (email: string) => {
  const { user, token } = (await users.signIn(email)).json()
  return { user, as: users.device(token) }
}

test('of people who register at once, one is the administrator of an installation; of later ones none', async () => {
  const four = await Promise.all([1, 2, 3, 4].map(() => users.person()))
  expect(four.filter(({ administrator }) => administrator)).toHaveLength(1)
  expect(await users.person()).toMatchObject({ administrator: false })
  const told = await Promise.all(four.map(({ id }) => users.told(id)))
  for (const facts of told) expect(facts?.[0]?.data.user).not.toHaveProperty('administrator')
})

test('whoever is made an administrator is so once they sign in again, and stays so under a new secret', async () => {
  await users.person()
  const bob = await users.person()
  expect(await change(bob.email.toUpperCase(), true)).toBe(true)
  expect(await change(bob.email, true)).toBe(false)
  expect((await bob.as('GET', '/api/me')).statusCode).toBe(401)
  const again = await signedIn(bob.email)
  expect(again.user.administrator).toBe(true)
  const patched = await again.as('PATCH', '/api/me', { name: 'Bobby' })
  expect(patched.json()).toMatchObject({ name: 'Bobby', administrator: true })
  const body = { password: goodPassword, newPassword: 'another good one' }
  const rotated = await again.as('PUT', '/api/me/password', body)
  const fresh = users.device(rotated.cookies[0]?.value ?? '')
  expect((await fresh('GET', '/api/me')).json()).toMatchObject({ administrator: true })
})

test('whoever is one no longer is signed out everywhere; others stay signed in', async () => {
  const [ann, bob] = [await users.person(), await users.person()]
  expect((await ann.as('GET', '/api/me')).json()).toMatchObject({ administrator: true })
  expect(await change(ann.email, false)).toBe(true)
  expect((await ann.as('GET', '/api/me')).statusCode).toBe(401)
  expect((await bob.as('GET', '/api/me')).json()).toMatchObject({ administrator: false })
  expect((await signedIn(ann.email)).user.administrator).toBe(false)
  expect(await change('nobody@example.org', true)).toBeUndefined()
})

test('where there are people already, the one with the oldest account that stands becomes administrator', async () => {
  const { db } = users.platform
  const [gone, ann, bob] = [await users.person(), await users.person(), await users.person()]
  await gone.as('POST', '/api/me/deletion', { password: goodPassword })
  for (let undone = ['']; !undone.some((name) => name.endsWith('administrators')); )
    undone = await rollBack(db, userService)
  await migrate(db, [userService])
  const rows = await db.query<{ id: string; administrator: unknown }>(
    'SELECT "id", "administrator" FROM "Users" ORDER BY "id"',
    { type: QueryTypes.SELECT },
  )
  const administrators = rows.filter(({ administrator }) => Boolean(administrator)).map(({ id }) => id)
  expect(administrators).toEqual([ann.id])
  expect((await signedIn(bob.email)).user.administrator).toBe(false)
  expect((await signedIn(ann.email)).user.administrator).toBe(true)
  expect(await users.person()).toMatchObject({ administrator: false })
})
