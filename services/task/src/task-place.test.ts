import type { List, Section } from '@doable/contracts/list'
import type { Task } from '@doable/contracts/task'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

let house: House
let ada: Person
let work: List
let home: List
let backlog: Section
beforeAll(async () => {
  house = await openHouse()
  ada = await house.person()
  work = await ada.list({ name: 'Work' })
  home = await ada.list({ name: 'Home' })
  backlog = await ada.ok('POST', '/api/sections', { listId: work.id, name: 'Backlog' })
})
afterAll(() => house.stop())
const move = (id: string, to: object) => ada.ok<Task>('PATCH', `/api/tasks/${id}`, to)
const now = (id: string) => ada.ok<Task>('GET', `/api/tasks/${id}`)

test('what has no place of its own goes to the end', async () => {
  const list = await ada.list()
  const first = await ada.task({ listId: list.id })
  const second = await ada.task({ listId: list.id })
  expect(second.position > first.position).toBe(true)
})

test('a task moves to another list with all that is below it and leaves its section', async () => {
  const parent = await ada.task({ listId: work.id, sectionId: backlog.id })
  const child = await ada.task({ listId: work.id, sectionId: backlog.id, parentId: parent.id })
  const { cursor } = await ada.pull()
  const moved = await move(parent.id, { listId: home.id })
  expect(moved).toMatchObject({ listId: home.id, sectionId: null, parentId: null })
  expect(await now(child.id)).toMatchObject({ listId: home.id, sectionId: null, parentId: parent.id })
  const { goneTasks, tasks } = await ada.pull(cursor)
  expect(goneTasks).toEqual(
    expect.arrayContaining([parent, child].map(({ id }) => ({ id, listId: work.id }))),
  )
  expect(tasks.map(({ id }) => id).sort()).toEqual([parent.id, child.id].sort())
  await move(parent.id, { listId: work.id })
  const back = await ada.pull(cursor)
  expect(back.goneTasks.filter(({ listId }) => listId === work.id)).toEqual([])
})

test('a subtask that moves alone leaves its parent', async () => {
  const parent = await ada.task({ listId: work.id })
  const child = await ada.task({ listId: work.id, parentId: parent.id })
  expect(await move(child.id, { listId: home.id })).toMatchObject({ parentId: null })
})

test('a section and a parent must be of the same list', async () => {
  const task = await ada.task({ listId: home.id })
  const other = await ada.task({ listId: work.id })
  const path = `/api/tasks/${task.id}`
  expect(await ada.refusal('PATCH', path, { sectionId: backlog.id })).toEqual([422, 'section-elsewhere'])
  expect(await ada.refusal('PATCH', path, { parentId: other.id })).toEqual([422, 'parent-elsewhere'])
  const elsewhere = { listId: home.id, title: 'x', sectionId: backlog.id }
  expect(await ada.refusal('POST', '/api/tasks', elsewhere)).toEqual([422, 'section-elsewhere'])
  expect(await move(task.id, { listId: work.id, sectionId: backlog.id, parentId: other.id })).toMatchObject({
    sectionId: backlog.id,
    parentId: other.id,
  })
})

test('nothing comes to lie below itself', async () => {
  const top = await ada.task()
  const middle = await ada.task({ parentId: top.id })
  const low = await ada.task({ parentId: middle.id })
  for (const parentId of [top.id, middle.id, low.id])
    expect(await ada.refusal('PATCH', `/api/tasks/${top.id}`, { parentId })).toEqual([422, 'circle'])
  expect(await move(low.id, { parentId: top.id })).toMatchObject({ parentId: top.id })
})

test('a hundred levels and no more', async () => {
  let last: string | null = null
  for (let level = 1; level <= 100; level++) last = (await ada.task({ parentId: last })).id
  expect(await ada.refusal('POST', '/api/tasks', { title: 'x', parentId: last })).toEqual([422, 'too-deep'])
  const pair = await ada.task()
  await ada.task({ parentId: pair.id })
  const above = (await now(last as string)).parentId
  expect(await ada.refusal('PATCH', `/api/tasks/${pair.id}`, { parentId: above })).toEqual([422, 'too-deep'])
})

test('nothing new goes into a list in the trash', async () => {
  const list = await ada.list()
  await ada.ok('DELETE', `/api/lists/${list.id}`)
  const task = await ada.task()
  const refused = [409, 'list-trashed']
  expect(await ada.refusal('POST', '/api/tasks', { title: 'x', listId: list.id })).toEqual(refused)
  expect(await ada.refusal('PATCH', `/api/tasks/${task.id}`, { listId: list.id })).toEqual(refused)
  expect(await ada.refusal('POST', '/api/sections', { name: 'x', listId: list.id })).toEqual(refused)
})
