import { commentApi } from '@doable/contracts/comment'
import { filterApi } from '@doable/contracts/filter'
import { historyApi } from '@doable/contracts/history'
import { labelApi } from '@doable/contracts/label'
import { listApi } from '@doable/contracts/list'
import { taskApi } from '@doable/contracts/task-api'
import { newId } from '@doable/domain/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'

const house: House = await openHouse()
let ada: Person
let eve: Person
let own: { id: string }
const theirs = { list: '', section: '', task: '', label: '', filter: '', comment: '', person: '' }
beforeAll(async () => {
  ada = await house.person()
  eve = await house.person()
  own = await eve.task()
  theirs.person = ada.id
  theirs.list = (await ada.list()).id
  const section = await ada.ok<{ id: string }>('POST', '/api/sections', { listId: theirs.list, name: 'S' })
  theirs.section = section.id
  theirs.task = (await ada.task({ listId: theirs.list, sectionId: section.id })).id
  theirs.comment = (
    await ada.ok<{ id: string }>('POST', `/api/tasks/${theirs.task}/comments`, { text: 'Hello' })
  ).id
  const filter = { name: 'Mine', query: 'today' }
  theirs.filter = (await ada.ok<{ id: string }>('POST', '/api/filters', filter)).id
  theirs.label = (await ada.ok<{ id: string }>('POST', '/api/labels', { name: 'errand' })).id
})
afterAll(() => house.stop())

/** A body that fits, for every route that takes one. */
const bodies: Record<string, object> = {
  changeTask: { title: 'x' },
  changeList: { name: 'x' },
  changeSection: { name: 'x' },
  changeLabel: { name: 'x' },
  changeFilter: { name: 'x' },
  createComment: { text: 'x' },
  changeComment: { text: 'x' },
  addMember: { email: 'ada@example.org', role: 'editor' },
}
type Door = { name: string; method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; path: string }
const doors: Door[] = Object.entries({
  ...listApi,
  ...labelApi,
  ...filterApi,
  ...taskApi,
  ...commentApi,
  ...historyApi,
})
  .filter(([, { path }]) => path.includes(':id'))
  .map(([name, { method, path }]) => ({ name, method: method as Door['method'], path }))
const nounOf = (path: string) => path.split('/')[2]?.slice(0, -1) as keyof typeof theirs
const urlOf = (path: string) => path.replace(':id', theirs[nounOf(path)]).replace(':personId', theirs.person)

test.each(doors)(
  '$method $path answers a stranger 404, as for what does not exist',
  async ({ name, method, path }) => {
    const url = urlOf(path)
    const refusal = await eve.refusal(method, url, bodies[name])
    expect(refusal[0]).toBe(404)
    const nothing = path.replace(':id', newId()).replace(':personId', eve.id)
    expect(await eve.refusal(method, nothing, bodies[name])).toEqual(refusal)
  },
)

test.each(doors)('$method $path answers nobody 401', async ({ method, path }) => {
  expect((await house.app.inject({ method, url: urlOf(path), payload: {} })).statusCode).toBe(401)
})

test('an id inside a body or a query leads nowhere either', async () => {
  const path = `/api/tasks/${own.id}`
  const attempts: [Door['method'], string, object?][] = [
    ['POST', '/api/tasks', { title: 'x', listId: theirs.list }],
    ['POST', '/api/tasks', { title: 'x', sectionId: theirs.section }],
    ['POST', '/api/tasks', { title: 'x', parentId: theirs.task }],
    ['PATCH', path, { listId: theirs.list }],
    ['PATCH', path, { sectionId: theirs.section }],
    ['PATCH', path, { parentId: theirs.task }],
    ['POST', '/api/sections', { name: 'x', listId: theirs.list }],
    ['GET', `/api/tasks?listId=${theirs.list}`],
    ['GET', `/api/tasks?sectionId=${theirs.section}`],
    ['GET', `/api/tasks?parentId=${theirs.task}`],
    ['DELETE', `/api/lists/${theirs.list}/members/${eve.id}`],
  ]
  for (const [method, url, body] of attempts) {
    const [status] = await eve.refusal(method, url, body)
    expect([method, url, body, status]).toEqual([method, url, body, 404])
  }
})

test('pushed operations lead nowhere either', async () => {
  const { results, changes } = await eve.push([
    operation('task.complete', theirs.task, {}),
    operation('task.update', theirs.task, { fields: { title: 'x' } }),
    operation('task.update', own.id, { fields: { listId: theirs.list } }),
    operation('task.create', newId(), { fields: { title: 'x', parentId: theirs.task } }),
    operation('list.update', theirs.list, { fields: { name: 'x' } }),
    operation('section.trash', theirs.section, {}),
    operation('label.update', theirs.label, { fields: { name: 'x' } }),
    operation('filter.update', theirs.filter, { fields: { name: 'x' } }),
  ])
  expect(results.map(({ problem }) => problem?.status)).toEqual(Array(8).fill(404))
  expect(JSON.stringify(changes)).not.toContain(theirs.list)
  expect([changes.labels, changes.filters]).toEqual([[], []])
})

test('what is somebody else’s stays as it is', async () => {
  expect(await ada.ok('GET', `/api/tasks/${theirs.task}`)).toMatchObject({
    title: 'something',
    completedAt: null,
  })
  expect(await ada.ok('GET', `/api/lists/${theirs.list}`)).toMatchObject({ name: 'Work', memberCount: 1 })
})
