import type { Dialect } from '@doable/service-kit/database'
import type { Problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { type Act, perform } from './act.ts'
import { createComment } from './comment-verbs.ts'
import { createList } from './list-verbs.ts'
import { addMember, removeMember } from './member-verbs.ts'
import { changeTask } from './task-change.ts'
import { createTask } from './task-create.ts'
import { completeTask } from './task-recur.ts'

const house: House = await openHouse()
let ada: Person
let bob: Person
let listId: string
beforeAll(async () => {
  ada = await house.person()
  bob = await house.person()
  listId = (await ada.list()).id
  await ada.ok('POST', `/api/lists/${listId}/members`, { email: bob.email, role: 'editor' })
})
afterAll(() => house.stop())

const does = <T>(who: Person, verb: (act: Act) => Promise<T>, platform = house.platform) =>
  perform(platform, { personId: who.id }, verb)

/**
 * Between what a verb reads and the lock it takes then, somebody else gets their chance: on SQL Server any time, on
 * SQLite, where writers come one after the other, only here.
 */
function interrupted(meanwhile: () => Promise<unknown>): Platform {
  const { platform } = house
  let passed = false
  const increment: Dialect['increment'] = async (...given) => {
    if (!passed) {
      passed = true
      await meanwhile()
    }
    return platform.dialect.increment(...given)
  }
  return { ...platform, dialect: { ...platform.dialect, increment } }
}

test('what is changed by somebody else before the lock was had is read again', async () => {
  const { id } = await ada.task({ listId })
  const platform = interrupted(() => does(bob, (act) => completeTask(act, id)))
  const done = await does(ada, (act) => completeTask(act, id), platform)
  expect(done.completedBy).toBe(bob.id)
  const told = { subjectId: id, type: 'task.completed' }
  expect(await house.platform.events.model.count({ where: told })).toBe(1)
})

test('a task that left its list before the lock was had is acted on anew, under the lock of its list', async () => {
  const { id } = await ada.task({ listId })
  const platform = interrupted(() => does(ada, (act) => changeTask(act, id, { listId: ada.id })))
  let tries = 0
  const verb = (act: Act) => {
    tries += 1
    return completeTask(act, id)
  }
  const { completedBy, ...done } = await does(ada, verb, platform)
  expect([tries, completedBy]).toEqual([2, ada.id])
  const { version } = await ada.ok<{ version: number }>('GET', `/api/lists/${done.listId}`)
  expect(done.version).toBe(version)
})

test('two that are added to the end at once are one after the other', async () => {
  const add = (act: Act) => createTask(act, { title: 'last', listId })
  const [other, ...rest] = [await does(ada, add), await does(bob, add)]
  const platform = interrupted(async () => rest.push(await does(bob, add)))
  rest.push(await does(ada, add, platform))
  const places = [other, ...rest].map((task) => task?.position)
  expect(new Set(places).size).toBe(4)
})

test('a task that another device adds under the same id at once is made once', async () => {
  const { id } = await ada.task({ listId: ada.id })
  const added = (act: Act) => createTask(act, { id: id.replace(/.$/, '0'), title: 'once', listId })
  const platform = interrupted(() => does(ada, added))
  const made = await does(ada, added, platform)
  expect(await ada.ok('GET', `/api/tasks/${made.id}`)).toEqual(made)
})

test('two lists that are made at once have places of their own', async () => {
  const made: { position: string }[] = []
  const make = (act: Act) => createList(act, { name: 'New', color: 'gray' })
  const platform = interrupted(async () => made.push(await does(ada, make)))
  made.push(await does(ada, make, platform))
  expect(new Set(made.map(({ position }) => position)).size).toBe(2)
})

test('who leaves a list before its lock was had is not assigned in it, by any way there', async () => {
  const shared = (await ada.list()).id
  const join = () => ada.ok('POST', `/api/lists/${shared}/members`, { email: bob.email, role: 'editor' })
  const leaving = () => interrupted(() => does(bob, (act) => removeMember(act, shared, bob.id)))
  const task = await ada.task({ listId: shared })
  const elsewhere = await ada.task()
  const fields = { listId: shared, assigneeId: bob.id }
  const ways: ((act: Act) => Promise<unknown>)[] = [
    (act) => createTask(act, { title: 'new', ...fields }),
    (act) => changeTask(act, task.id, { assigneeId: bob.id }),
    (act) => changeTask(act, elsewhere.id, fields),
  ]
  for (const [at, way] of ways.entries()) {
    await join()
    const outcome = await does(ada, way, leaving()).catch((error: Problem) => error.code)
    expect([at, outcome]).toEqual([at, 'not-a-member'])
  }
})

type Way = [string, (act: Act) => Promise<unknown>]
const waysInto = (shared: string, taskId: string): Way[] => [
  ['comment', (act) => createComment(act, { taskId, text: 'Hello' })],
  ['create', (act) => createTask(act, { title: 'new', listId: shared })],
  ['change', (act) => changeTask(act, taskId, { title: 'changed' })],
  ['complete', (act) => completeTask(act, taskId)],
]

test('who may only look before the lock was had changes nothing any more', async () => {
  const shared = (await ada.list()).id
  const task = await ada.task({ listId: shared })
  const take = (role: 'editor' | 'viewer') => (act: Act) => addMember(act, shared, { email: bob.email, role })
  for (const [name, way] of waysInto(shared, task.id)) {
    await does(ada, take('editor'))
    const demoting = interrupted(() => does(ada, take('viewer')))
    const outcome = await does(bob, way, demoting).catch((error: Problem) => error.code)
    expect([name, outcome]).toEqual([name, 'read-only'])
  }
})

test('who left before the lock was had is told nothing of what is done then', async () => {
  const shared = (await ada.list()).id
  const task = await ada.task({ listId: shared })
  for (const [name, way] of waysInto(shared, task.id)) {
    await does(ada, (act) => addMember(act, shared, { email: bob.email, role: 'editor' }))
    await does(
      ada,
      way,
      interrupted(() => does(bob, (act) => removeMember(act, shared, bob.id))),
    )
    const told = await house.platform.events.model.findOne({ order: [['id', 'DESC']], raw: true })
    expect([name, told?.scopeId, JSON.stringify(told?.audience).includes(bob.id)]).toEqual([
      name,
      shared,
      false,
    ])
  }
})
