import { newId } from '@doable/domain/ids'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'

const house: House = await openHouse()
let ada: Person
beforeEach(async () => {
  ada = await house.person()
})
afterAll(() => house.stop())
const create = (title: string, id = newId(), more: object = {}) =>
  operation('task.create', id, { fields: { title, ...more } })

test('what was done is done in order, and answered as it now is', async () => {
  const [list, section, parent, child] = [newId(), newId(), newId(), newId()]
  const { results, changes } = await ada.push([
    operation('list.create', list, { fields: { name: 'Work', color: 'red' } }),
    operation('section.create', section, { fields: { listId: list, name: 'Backlog' } }),
    create('parent', parent, { listId: list, sectionId: section, labels: ['new'] }),
    create('child', child, { listId: list, parentId: parent }),
    operation('task.complete', parent, {}),
    operation('list.update', list, { fields: { name: 'Office' } }),
  ])
  expect(results.map(({ status }) => status)).toEqual(Array(6).fill('applied'))
  expect(changes.lists).toMatchObject([{ id: list, name: 'Office' }])
  expect(changes.sections).toMatchObject([{ id: section, listId: list }])
  expect(changes.labels).toMatchObject([{ name: 'new' }])
  const done = changes.tasks.filter(({ completedAt }) => completedAt === '2026-11-22T12:00:00.000Z')
  expect(done.map(({ id }) => id).sort()).toEqual([parent, child].sort())
})

test('a refused operation refuses none but itself, and stays refused', async () => {
  const good = create('good')
  const bad = operation('task.complete', newId(), {})
  const unknown = { ...create('x'), type: 'task.explode' }
  const malformed = { ...create('x'), fields: { title: '' } }
  const first = await ada.push([bad, unknown, good, malformed, 7, null])
  expect(first.results.map(({ status }) => status)).toEqual([
    'refused',
    'refused',
    'applied',
    'refused',
    'refused',
    'refused',
  ])
  expect(first.results[0]?.problem).toMatchObject({ status: 404, type: '/problems/task-not-found' })
  expect(first.results[3]?.problem).toMatchObject({ status: 400, errors: [{ pointer: '/fields/title' }] })
  expect(first.results[1]?.id).toBe(unknown.id)
  await ada.task({ id: bad.subjectId })
  expect((await ada.push([bad])).results).toEqual([first.results[0]])
})

test('a repeat is answered as before, with the state as it is', async () => {
  const made = create('once')
  const complete = operation('task.complete', made.subjectId, {})
  const first = await ada.push([made, complete, complete])
  await ada.ok('POST', `/api/tasks/${made.subjectId}/reopen`)
  const again = await ada.push([made, complete])
  expect(again.results).toEqual(first.results.slice(0, 2))
  expect(again.changes.tasks).toMatchObject([{ id: made.subjectId, completedAt: null }])
})

test('twenty devices that send the same at once do it once', async () => {
  const operations = Array.from({ length: 5 }, (_, n) => create(`t${n}`))
  const pushes = await Promise.all(Array.from({ length: 20 }, () => ada.push(operations)))
  for (const { results } of pushes)
    expect(results.map(({ status }) => status)).toEqual(Array(5).fill('applied'))
  expect((await ada.pull()).tasks).toHaveLength(5)
})

test('a device’s clock is believed within reason', async () => {
  const [early, late, old] = [newId(), newId(), newId()]
  const at = (id: string, instant: string) =>
    operation('task.create', id, { at: instant, fields: { title: 'x' } })
  const { changes } = await ada.push([
    at(early, '2026-11-20T08:00:00.000Z'),
    at(late, '2031-01-01T00:00:00.000Z'),
    at(old, '1999-01-01T00:00:00.000Z'),
  ])
  const made = new Map(changes.tasks.map(({ id, createdAt }) => [id, createdAt]))
  const now = house.clock.now()
  expect(made.get(early)).toBe('2026-11-20T08:00:00.000Z')
  expect(made.get(late)).toBe(now.toISOString())
  expect(made.get(old)).toBe(new Date(now.getTime() - 30 * 24 * 3600 * 1000).toISOString())
})

test('what moves away is gone from its list, what comes back is not', async () => {
  const task = await ada.task()
  const { id } = await ada.list()
  const move = (listId: string) => operation('task.update', task.id, { fields: { listId } })
  const away = await ada.push([move(id)])
  expect(away.changes).toMatchObject({
    goneTasks: [{ id: task.id, listId: ada.id }],
    tasks: [{ listId: id }],
  })
  const back = await ada.push([move(ada.id), move(id), move(ada.id)])
  expect(back.changes.goneTasks).toEqual([{ id: task.id, listId: id }])
})

test('what is erased is gone', async () => {
  const task = await ada.task()
  const { results, changes } = await ada.push([
    operation('task.trash', task.id, {}),
    operation('task.purge', task.id, {}),
    operation('task.purge', task.id, {}),
  ])
  expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied'])
  expect(changes).toMatchObject({ tasks: [], goneTasks: [{ id: task.id, listId: ada.id }] })
})

test('two devices that make the same label while offline end up with one', async () => {
  const one = operation('label.create', newId(), { fields: { name: 'errand', color: 'red' } })
  const two = operation('label.create', newId(), { fields: { name: 'Errand', color: 'blue' } })
  await ada.push([one])
  const { results, changes } = await ada.push([two])
  expect(results).toMatchObject([{ status: 'applied' }])
  expect(changes.labels).toMatchObject([{ id: one.subjectId, color: 'red' }])
})

test('a push that is no push is a 400', async () => {
  for (const body of [{}, { operations: [] }, { operations: 'x' }, { operations: [{}], more: 1 }, []])
    expect([body, await ada.status('POST', '/api/sync/push', body)]).toEqual([body, 400])
  const many = Array.from({ length: 101 }, () => create('x'))
  expect(await ada.status('POST', '/api/sync/push', { operations: many })).toBe(400)
})
