import type { List } from '@doable/contracts/list'
import { Task } from '@doable/contracts/task'
import { migrate, rollBack } from '@doable/service-kit/migrations'
import { json } from '@doable/service-kit/rows'
import { afterAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../fixtures/house.ts'
import { ada, demoPeople, grace } from '../demo/demo-list.ts'
import { taskService } from '../index.ts'
import { up } from './20261122-demo-tasks.ts'

const house: House = await openHouse()
afterAll(() => house.stop())
const { db, events } = house.platform
type Items<T> = { items: T[] }

test('the demo can be taken and taken back, also where its people are at work already', async () => {
  house.clock.set(new Date())
  const [someone] = demoPeople
  const person = await house.person({ ...someone })
  const early = await person.task({ title: 'made before the demo', labels: ['home'] })
  const { cursor } = await person.pull()
  await migrate(db, [taskService], 'seeds')
  const pulled = await person.pull(cursor)
  expect(pulled.tasks.length).toBeGreaterThan(55)
  expect(pulled.completions.length).toBeGreaterThan(100)
  for (const each of pulled.completions) expect(each.occurrenceOn).toBe(each.doneOn)
  expect(pulled.labels).toHaveLength(6)
  expect(pulled.filters.map(({ favorite }) => favorite)).toEqual([true, false])
  for (const { query } of pulled.filters) {
    const found = await person.ok<Items<Task>>('GET', `/api/tasks?filter=${encodeURIComponent(query)}`)
    expect(found.items.length).toBeGreaterThan(1)
  }
  const ids = new Set(pulled.tasks.map(({ id }) => id))
  expect(pulled.comments.length).toBeGreaterThan(3)
  for (const { taskId, authorId } of pulled.comments) {
    expect(ids).toContain(taskId)
    expect([ada, grace]).toContain(authorId)
  }
  const weekly = pulled.tasks.filter(({ repeatRule }) => repeatRule === 'FREQ=WEEKLY')
  expect(weekly.map(({ title }) => title).sort()).toEqual(['Prepare the weekly meeting', 'Weekly review'])
  expect(await person.ok('GET', `/api/tasks/${early.id}`)).toEqual(early)

  const { items: lists } = await person.ok<Items<List>>('GET', '/api/lists')
  expect(lists.map(({ name }) => name)).toHaveLength(6)
  expect(lists.find(({ memberCount }) => memberCount === 3)?.ownerId).toBe(ada)
  const { items: open } = await person.ok<Items<Task>>('GET', '/api/tasks?limit=200')
  expect(open.length).toBeGreaterThan(45)
  expect(await person.ok('GET', '/api/tasks/counts')).toMatchObject({ overdue: 5, trashed: 1 })

  const told = await events.model.findAll({ where: { type: 'task.created', actorId: grace }, raw: true })
  for (const { data } of told) Task.parse(json<{ task: unknown }>(data).task)
  expect(told.length).toBe(2)

  await up(db.getQueryInterface())
  expect((await person.pull(pulled.cursor)).tasks).toEqual([])
  await rollBack(db, taskService, true, 'seeds')
  expect((await person.ok<Items<List>>('GET', '/api/lists')).items).toHaveLength(1)
})
