import { until } from '@doable/service-kit/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodPassword, startUsers, type Users } from '../fixtures/house.ts'
import { png } from '../fixtures/pictures.ts'
import { purge, startPurging } from './account-deletion.ts'
import { Picture } from './picture.ts'
import { User } from './user.ts'

const day = 86_400_000
let users: Users
beforeAll(async () => {
  users = await startUsers({ ACCOUNT_GRACE_DAYS: '7' })
})
afterAll(() => users.stop())

/** Somebody with a picture who has just deleted the account. */
async function leaver() {
  const ann = await users.person()
  await ann.as('PUT', '/api/me/picture', { type: 'image/png', data: png(9, 9).toString('base64') })
  const other = users.device((await users.signIn(ann.email)).json().token)
  const answer = await ann.as('POST', '/api/me/deletion', { password: goodPassword })
  return { ann, other, answer }
}

test('deleting signs out everywhere and says when the account is erased', async () => {
  const { ann, other, answer } = await leaver()
  expect(answer.statusCode).toBe(200)
  const deletedAt = users.clock.now()
  expect(answer.json()).toEqual({
    deletedAt: deletedAt.toISOString(),
    erasedAt: new Date(deletedAt.getTime() + 7 * day).toISOString(),
  })
  expect((await ann.as('GET', '/api/me')).statusCode).toBe(401)
  expect((await other('GET', '/api/me')).statusCode).toBe(401)
  expect((await users.told(ann.id))?.at(-1)).toEqual({ type: 'user.deleted', data: {} })
  const again = await users.send('POST', '/api/users', {
    email: ann.email,
    name: 'Other',
    password: goodPassword,
  })
  expect(again.statusCode).toBe(409)
})

test('open live channels learn at once that their session ended', async () => {
  const ann = await users.person()
  const heard: unknown[] = []
  users.platform.live.subscribe(ann.id, { hear: (message) => heard.push(message) })
  await ann.as('POST', '/api/me/deletion', { password: goodPassword })
  expect(heard).toEqual([{ event: 'ended', data: {} }])
})

test('signing in within the grace period has everything back', async () => {
  const { ann } = await leaver()
  users.clock.advance(7 * day - 1)
  await purge(users.platform)
  const back = await users.signIn(ann.email)
  expect(back.statusCode).toBe(201)
  expect(back.json().user).toMatchObject({ id: ann.id, name: ann.name, pictureAt: expect.any(String) })
  expect((await users.told(ann.id))?.at(-1)?.type).toBe('user.changed')
  users.clock.advance(30 * day)
  await purge(users.platform)
  expect(await User.findByPk(ann.id)).not.toBeNull()
})

test('a wrong password does not bring it back', async () => {
  const { ann } = await leaver()
  expect((await users.signIn(ann.email, 'not the password')).statusCode).toBe(401)
  expect((await User.findByPk(ann.id))?.deletedAt).not.toBeNull()
})

test('after the grace period the account is as if it had never been; that it was erased stays', async () => {
  const { ann } = await leaver()
  users.clock.advance(7 * day)
  expect((await users.signIn(ann.email)).json().type).toBe('/problems/wrong-credentials')
  await purge(users.platform)
  expect(await User.findByPk(ann.id)).toBeNull()
  expect(await Picture.findByPk(ann.id)).toBeNull()
  expect(await users.told(ann.id)).toEqual([{ type: 'user.erased', data: {} }])
  const again = await users.send('POST', '/api/users', {
    email: ann.email,
    name: 'Anew',
    password: goodPassword,
  })
  expect(again.statusCode).toBe(201)
})

test('a round at the start erases what fell due while the service was down', async () => {
  const { ann } = await leaver()
  users.clock.advance(8 * day)
  const stop = await startPurging(users.platform)
  await until(async () => (await User.findByPk(ann.id)) === null, 'the account to be erased')
  await stop()
})
