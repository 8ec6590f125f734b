import { afterAll, beforeAll, expect, test } from 'vitest'
import { startUsers, type Users } from '../fixtures/house.ts'

let users: Users
beforeAll(async () => {
  users = await startUsers()
})
afterAll(() => users.stop())

test('a person changes what they may say about themselves, and others hear of it', async () => {
  const ann = await users.person()
  const patch = {
    name: 'Ann',
    language: 'de',
    timeZone: 'america/new_york',
    weekStart: 7,
    theme: 'dark',
    dailyGoal: 8,
  }
  const answer = await ann.as('PATCH', '/api/me', patch)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ ...patch, timeZone: 'America/New_York', email: ann.email })
  expect((await ann.as('GET', '/api/me')).json()).toEqual(answer.json())
  const { administrator: _, ...known } = answer.json()
  const told = await users.told(ann.id)
  expect(told?.at(-1)).toEqual({ type: 'user.changed', data: { user: known } })
})

test('what changes nothing is not told', async () => {
  const ann = await users.person()
  expect((await ann.as('PATCH', '/api/me', { name: ann.name })).json()).toMatchObject({ name: ann.name })
  expect(await users.told(ann.id)).toHaveLength(1)
})

test.each([
  ['nothing', {}, ''],
  ['an unknown field', { deletedAt: null }, '/deletedAt'],
  ['a field with a door of its own', { email: 'other@example.org' }, '/email'],
  ['an id', { id: '019a0000-0000-7000-8000-000000000000' }, '/id'],
  ['a week that starts on a Tuesday', { weekStart: 2 }, '/weekStart'],
  ['a zone that is not there', { timeZone: 'Europe/Atlantis' }, '/timeZone'],
  ['an empty name', { name: ' ' }, '/name'],
])('refuses %s', async (_, patch, pointer) => {
  const ann = await users.person()
  const answer = await ann.as('PATCH', '/api/me', patch)
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors[0].pointer).toBe(pointer)
})
