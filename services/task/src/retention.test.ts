import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'
import { OperationRow } from './operation.ts'
import { eraseOld } from './retention.ts'
import { TaskRow } from './task.ts'

const house: House = await openHouse()
const days = (many: number) => many * 24 * 60 * 60 * 1000
let ada: Person
beforeEach(async () => {
  ada = await house.person()
})
afterAll(() => house.stop())

test('the trash is emptied after 30 days, not before', async () => {
  const parent = await ada.task()
  const child = await ada.task({ parentId: parent.id })
  const kept = await ada.task()
  await ada.ok('DELETE', `/api/tasks/${parent.id}`)
  const { cursor } = await ada.pull()
  house.clock.advance(days(29))
  await eraseOld(house.platform)
  expect(await TaskRow.count({ where: { id: parent.id } })).toBe(1)
  house.clock.advance(days(2))
  ada = await house.person({ id: ada.id }, { known: false })
  await eraseOld(house.platform)
  for (const { id } of [parent, child]) expect(await TaskRow.count({ where: { id } })).toBe(0)
  expect(await TaskRow.count({ where: { id: kept.id } })).toBe(1)
  const { goneTasks } = await ada.pull(cursor)
  expect(goneTasks.map(({ id }) => id).sort()).toEqual([parent.id, child.id].sort())
})

test('a device that was offline for a month does not lose what it just trashed', async () => {
  const task = await ada.task()
  const at = new Date(house.clock.now().getTime() - days(45)).toISOString()
  await ada.push([operation('task.trash', task.id, { at })])
  await eraseOld(house.platform)
  expect(await ada.status('GET', `/api/tasks/${task.id}`)).toBe(200)
})

test('lists, sections, labels and filters go too; the tasks of a section stay', async () => {
  const list = await ada.list()
  await ada.task({ listId: list.id })
  const kept = await ada.list()
  const section = await ada.ok<{ id: string }>('POST', '/api/sections', { listId: kept.id, name: 'S' })
  const task = await ada.task({ listId: kept.id, sectionId: section.id, labels: ['errand'] })
  const filter = await ada.ok<{ id: string }>('POST', '/api/filters', { name: 'F', query: 'p1' })
  const { labels, cursor } = await ada.pull()
  const own = [`labels/${labels[0]?.id}`, `filters/${filter.id}`]
  for (const path of [`lists/${list.id}`, `sections/${section.id}`, ...own])
    await ada.ok('DELETE', `/api/${path}`)
  house.clock.advance(days(31))
  await eraseOld(house.platform)
  const again = await house.person({ id: ada.id }, { known: false })
  const after = await again.pull(cursor)
  expect(after.goneLists).toEqual([list.id])
  expect(after.tasks).toMatchObject([{ id: task.id, sectionId: null, labels: ['errand'] }])
  for (const path of [`sections/${section.id}`, ...own])
    expect(await again.status('POST', `/api/${path}/restore`)).toBe(404)
})

test('history stays with its task; other news and results of operations go', async () => {
  const { events } = house.platform
  const task = await ada.task()
  await ada.push([operation('task.complete', task.id, {})])
  const gone = await ada.task()
  await ada.ok('DELETE', `/api/tasks/${gone.id}`)
  await ada.ok('POST', `/api/tasks/${gone.id}/purge`)
  const told = (subjectId: string) => events.model.count({ where: { subjectId } })
  await events.model.update({ publishedAt: house.clock.now() }, { where: { publishedAt: null } })
  house.clock.advance(days(29))
  await eraseOld(house.platform)
  expect([await told(task.id), await told(gone.id)]).toEqual([2, 3])
  house.clock.advance(days(2))
  await eraseOld(house.platform)
  expect([await told(task.id), await told(gone.id), await told(ada.id)]).toEqual([2, 0, 0])
  expect(await OperationRow.count({ where: { personId: ada.id } })).toBe(0)
})
