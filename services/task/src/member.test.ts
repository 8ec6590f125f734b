import type { List, Member } from '@doable/contracts/list'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

const house: House = await openHouse()
let ada: Person
let bob: Person
let list: List
beforeEach(async () => {
  ada = await house.person()
  bob = await house.person({ name: 'Bob' })
  list = await ada.list()
})
afterAll(() => house.stop())
const share = (role: string, email = bob.email) =>
  ada.ok<Member>('POST', `/api/lists/${list.id}/members`, { email, role })
const members = async () => (await ada.ok<{ items: Member[] }>('GET', `/api/lists/${list.id}/members`)).items

test('a list is shared with whoever has an account, in any spelling of the address', async () => {
  expect(await share('editor', bob.email.toUpperCase())).toEqual({
    personId: bob.id,
    name: 'Bob',
    email: bob.email,
    role: 'editor',
  })
  expect((await members()).map(({ role }) => role)).toEqual(['owner', 'editor'])
  expect(await bob.ok('GET', `/api/lists/${list.id}`)).toMatchObject({
    role: 'editor',
    memberCount: 2,
    ownerId: ada.id,
  })
  expect(await share('viewer')).toMatchObject({ role: 'viewer' })
  expect(await share('editor', ada.email)).toMatchObject({ personId: ada.id, role: 'owner' })
  expect(await members()).toHaveLength(2)
  const nobody = { email: 'nobody@example.org', role: 'viewer' }
  const refusal = await ada.refusal('POST', `/api/lists/${list.id}/members`, nobody)
  expect(refusal).toEqual([404, 'person-not-found'])
})

test('who may only look changes nothing but the place of the list', async () => {
  const task = await ada.task({ listId: list.id })
  const section = await ada.ok<{ id: string }>('POST', '/api/sections', { listId: list.id, name: 'S' })
  await share('viewer')
  const own = await bob.task()
  const refused = [403, 'read-only']
  const attempts: [Parameters<Person['refusal']>[0], string, object?][] = [
    ['PATCH', `/api/tasks/${task.id}`, { title: 'x' }],
    ['POST', `/api/tasks/${task.id}/complete`],
    ['POST', `/api/tasks/${task.id}/reopen`],
    ['DELETE', `/api/tasks/${task.id}`],
    ['POST', `/api/tasks/${task.id}/restore`],
    ['POST', `/api/tasks/${task.id}/purge`],
    ['POST', '/api/tasks', { title: 'x', listId: list.id }],
    ['PATCH', `/api/tasks/${own.id}`, { listId: list.id }],
    ['PATCH', `/api/tasks/${task.id}`, { listId: bob.id }],
    ['PATCH', `/api/lists/${list.id}`, { name: 'x' }],
    ['POST', '/api/sections', { listId: list.id, name: 'x' }],
    ['PATCH', `/api/sections/${section.id}`, { name: 'x' }],
    ['DELETE', `/api/sections/${section.id}`],
  ]
  for (const attempt of attempts) expect([attempt, await bob.refusal(...attempt)]).toEqual([attempt, refused])
  expect(await bob.ok('PATCH', `/api/lists/${list.id}`, { position: 'b5' })).toMatchObject({ position: 'b5' })
  expect((await ada.ok<List>('GET', `/api/lists/${list.id}`)).position).toBe(list.position)
})

test('only the owner shares, archives and trashes', async () => {
  await share('editor')
  const eve = await house.person()
  const path = `/api/lists/${list.id}`
  const refused = [403, 'owner-only']
  expect(await bob.refusal('POST', `${path}/members`, { email: eve.email, role: 'viewer' })).toEqual(refused)
  expect(await bob.refusal('DELETE', path)).toEqual(refused)
  expect(await bob.refusal('PATCH', path, { archived: true })).toEqual(refused)
  expect(await bob.refusal('DELETE', `${path}/members/${ada.id}`)).toEqual(refused)
  expect(await ada.refusal('DELETE', `${path}/members/${ada.id}`)).toEqual([409, 'owner-stays'])
  expect(await ada.refusal('DELETE', `${path}/members/${eve.id}`)).toEqual([404, 'person-not-found'])
})

test('a shared list appears in the pull of a member and leaves it again', async () => {
  const task = await ada.task({ listId: list.id })
  const start = await bob.pull()
  await share('editor')
  const joined = await bob.pull(start.cursor)
  expect(joined.lists.map(({ id }) => id)).toEqual([list.id])
  expect(joined.tasks).toEqual([task])
  expect(await bob.status('DELETE', `/api/lists/${list.id}/members/${bob.id}`)).toBe(204)
  const left = await bob.pull(joined.cursor)
  expect(left).toMatchObject({ goneLists: [list.id], lists: [], tasks: [], more: false })
  expect((await bob.pull(left.cursor)).goneLists).toEqual([])
  expect(await bob.status('GET', `/api/tasks/${task.id}`)).toBe(404)
})

test('nobody tries addresses at will', async () => {
  const path = `/api/lists/${list.id}/members`
  const tries: number[] = []
  for (let n = 0; n < 61; n++)
    tries.push(await ada.status('POST', path, { email: `n${n}@example.org`, role: 'viewer' }))
  expect(tries.filter((status) => status === 404)).toHaveLength(60)
  expect(tries.at(-1)).toBe(429)
})
