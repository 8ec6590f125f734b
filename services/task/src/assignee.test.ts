import type { List } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import { newId } from '@doable/domain/ids'
import { json } from '@doable/service-kit/rows'
import { until } from '@doable/service-kit/testing'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'
import { userOf } from '../fixtures/people/service.ts'
import { PersonRow } from './person.ts'

const house: House = await openHouse()
let ada: Person
let bob: Person
let list: List
beforeEach(async () => {
  ada = await house.person({ name: 'Ada' })
  bob = await house.person({ name: 'Bob' })
  list = await ada.list()
  await share(bob)
})
afterAll(() => house.stop())

const share = (person: Person, role = 'editor') =>
  ada.ok('POST', `/api/lists/${list.id}/members`, { email: person.email, role })
const put = (fields: object) => ada.task({ listId: list.id, ...fields })
const change = (id: string, fields: object) => ada.ok<Task>('PATCH', `/api/tasks/${id}`, fields)
const now = (id: string) => ada.ok<Task>('GET', `/api/tasks/${id}`)
const leave = (who: Person) => who.ok('DELETE', `/api/lists/${list.id}/members/${who.id}`)
const stranger = [422, 'not-a-member']

/** What was told of a task, oldest first. */
async function told(subjectId: string) {
  const rows = await house.platform.events.model.findAll({ where: { subjectId }, order: ['id'], raw: true })
  return rows.map(({ type, audience, data }) => ({
    type,
    audience: json<string[]>(audience).sort(),
    ...json<{ task: Task; before?: Partial<Task> }>(data),
  }))
}

test('a task is assigned to members of its list in any role, and to nobody else', async () => {
  const eve = await house.person()
  const { id } = await put({ assigneeId: bob.id })
  expect((await now(id)).assigneeId).toBe(bob.id)
  expect((await change(id, { assigneeId: ada.id })).assigneeId).toBe(ada.id)
  expect((await change(id, { assigneeId: null })).assigneeId).toBeNull()
  await share(eve, 'viewer')
  expect((await change(id, { assigneeId: eve.id })).assigneeId).toBe(eve.id)
  for (const assigneeId of [newId(), (await house.person()).id, list.id]) {
    expect(await ada.refusal('PATCH', `/api/tasks/${id}`, { assigneeId, title: 'x' })).toEqual(stranger)
    expect(await ada.refusal('POST', '/api/tasks', { title: 'x', listId: list.id, assigneeId })).toEqual(
      stranger,
    )
  }
  expect(await now(id)).toMatchObject({ assigneeId: eve.id, title: 'something' })
  expect(await eve.refusal('PATCH', `/api/tasks/${id}`, { assigneeId: null })).toEqual([403, 'read-only'])
})

test('assigning is told with who it was before', async () => {
  const { id } = await put({ assigneeId: bob.id })
  await change(id, { assigneeId: ada.id })
  const [made, changed] = await told(id)
  expect(made?.task.assigneeId).toBe(bob.id)
  expect(changed).toMatchObject({ task: { assigneeId: ada.id }, before: { assigneeId: bob.id } })
})

test.each([
  ['leaves', () => leave(bob)],
  ['is removed', () => ada.ok('DELETE', `/api/lists/${list.id}/members/${bob.id}`)],
  [
    'is erased',
    async () => {
      await house.people.announce('user.erased', bob.id, {})
      await until(async () => (await PersonRow.count({ where: { id: bob.id } })) === 0, 'the erasure')
    },
  ],
])('whoever %s is no longer assigned, to subtasks and in the trash neither', async (_how, go) => {
  const parent = await put({ assigneeId: bob.id })
  const below = await put({ assigneeId: bob.id, parentId: parent.id })
  const trashed = await put({ assigneeId: bob.id })
  await ada.ok('DELETE', `/api/tasks/${trashed.id}`)
  const own = await put({ assigneeId: ada.id })
  const { cursor } = await ada.pull()
  await go()
  const after = await ada.pull(cursor)
  const ids = [parent, below, trashed].map(({ id }) => id).sort()
  expect(after.tasks.map(({ id }) => id).sort()).toEqual(ids)
  for (const task of after.tasks) {
    expect(task.assigneeId).toBeNull()
    const last = (await told(task.id)).at(-1)
    expect(last).toMatchObject({ type: 'task.changed', audience: [ada.id], before: { assigneeId: bob.id } })
  }
  expect((await now(own.id)).assigneeId).toBe(ada.id)
  expect(after.lists).toMatchObject([{ id: list.id, members: [{ id: ada.id }] }])
})

test('in another list nobody is assigned who is not in it, with the subtasks', async () => {
  const parent = await put({ assigneeId: bob.id })
  const below = await put({ assigneeId: bob.id, parentId: parent.id })
  const beside = await put({ assigneeId: ada.id, parentId: parent.id })
  const moved = await change(parent.id, { listId: ada.id })
  expect(moved).toMatchObject({ listId: ada.id, assigneeId: null })
  expect((await now(below.id)).assigneeId).toBeNull()
  expect((await now(beside.id)).assigneeId).toBe(ada.id)
  expect((await told(below.id)).at(-1)?.before).toMatchObject({ assigneeId: bob.id })
  const back = await change(parent.id, { listId: list.id, assigneeId: bob.id })
  expect(back.assigneeId).toBe(bob.id)
  expect(
    await ada.refusal('PATCH', `/api/tasks/${parent.id}`, { listId: ada.id, assigneeId: bob.id }),
  ).toEqual(stranger)
})

test('a device that was offline while somebody left loses nothing but the assignment', async () => {
  const { id } = await put({ title: 'before' })
  const made = newId()
  await leave(bob)
  const { results, changes } = await ada.push([
    operation('task.update', id, { fields: { assigneeId: bob.id, title: 'after' } }),
    operation('task.create', made, { fields: { title: 'new', listId: list.id, assigneeId: bob.id } }),
    operation('task.update', id, { fields: { assigneeId: bob.id } }),
  ])
  expect(results.map(({ status, problem }) => [status, problem?.type])).toEqual([
    ['applied', undefined],
    ['applied', undefined],
    ['refused', '/problems/not-a-member'],
  ])
  const shown = changes.tasks.map(({ title, assigneeId }) => [title, assigneeId]).sort()
  expect(shown).toEqual([
    ['after', null],
    ['new', null],
  ])
})

test('assigning and leaving at once never leaves a stranger assigned', async () => {
  const tasks = await Promise.all(Array.from({ length: 20 }, () => put({})))
  const acts = tasks.map(({ id }) => ada.call('PATCH', `/api/tasks/${id}`, { assigneeId: bob.id }))
  acts.splice(10, 0, bob.call('DELETE', `/api/lists/${list.id}/members/${bob.id}`))
  const makes = Array.from({ length: 10 }, () =>
    ada.call('POST', '/api/tasks', { title: 'x', listId: list.id, assigneeId: bob.id }),
  )
  const codes = (await Promise.all([...acts, ...makes])).map(({ statusCode }) => statusCode)
  expect(codes.filter((code) => ![200, 201, 204, 422].includes(code))).toEqual([])
  const { items } = await ada.ok<{ items: Task[] }>('GET', `/api/tasks?listId=${list.id}&limit=200`)
  expect(items.filter(({ assigneeId }) => assigneeId !== null)).toEqual([])
})

test('devices know who is in a list, and hear of it when that changes', async () => {
  const names = async (who: Person, cursor?: string) => {
    const { lists, cursor: next } = await who.pull(cursor)
    const found = lists.find(({ id }) => id === list.id)
    return { next, said: found?.members.map(({ name, role }) => `${name} ${role}`) }
  }
  const first = await names(bob)
  expect(first.said).toEqual(['Ada owner', 'Bob editor'])
  expect((await names(bob, first.next)).said).toBeUndefined()
  await house.people.announce('user.changed', ada.id, { user: userOf(ada.id, { name: 'Countess Ada' }) })
  await until(async () => (await names(bob, first.next)).said?.[0] === 'Countess Ada owner', 'the new name')
  await share(bob, 'viewer')
  const third = await names(bob, first.next)
  expect(third.said).toEqual(['Countess Ada owner', 'Bob viewer'])
  const eve = await house.person({ name: 'Eve' })
  await share(eve)
  expect((await names(bob, third.next)).said).toEqual(['Countess Ada owner', 'Bob viewer', 'Eve editor'])
  await leave(eve)
  expect(await bob.ok('GET', `/api/lists/${list.id}`)).toMatchObject({
    memberCount: 2,
    members: [{ id: ada.id }, { id: bob.id }],
  })
  expect(JSON.stringify(await bob.pull())).not.toContain(ada.email)
})

test('a change of the profile that leaves the name raises no list', async () => {
  const { cursor } = await bob.pull()
  const user = userOf(ada.id, { name: 'Ada', timeZone: 'Asia/Tokyo' })
  await house.people.announce('user.changed', ada.id, { user })
  await until(
    async () => (await PersonRow.count({ where: { id: ada.id, timeZone: 'Asia/Tokyo' } })) === 1,
    'it',
  )
  expect((await bob.pull(cursor)).lists).toEqual([])
})
