import type { List } from '@doable/contracts/list'
import type { Pulled } from '@doable/contracts/sync'
import type { Task } from '@doable/contracts/task'
import type { TaskCounts } from '@doable/contracts/task-query'
import { newId } from '@doable/domain/ids'
import { json } from '@doable/service-kit/rows'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'

const house: House = await openHouse()
let ada: Person
beforeEach(async () => {
  house.clock.set('2026-11-22T12:00:00.000Z')
  ada = await house.person()
})
afterAll(() => house.stop())

const pathOf = ({ id }: { id: string }) => `/api/lists/${id}`
const template = (fields = {}) => ada.list({ name: 'Packing', template: true, ...fields })
const idsOf = async (status: string) =>
  (await ada.ok<{ items: List[] }>('GET', `/api/lists?status=${status}`)).items.map(({ id }) => id)

test('a list becomes a template and a list again, and stands where it then belongs', async () => {
  const list = await ada.list()
  expect(list.templateAt).toBeNull()
  const marked = await ada.ok<List>('PATCH', pathOf(list), { template: true })
  expect(marked.templateAt).not.toBeNull()
  house.clock.advance(1000)
  const again = await ada.ok<List>('PATCH', pathOf(list), { template: true, name: 'Trip' })
  expect(again).toMatchObject({ templateAt: marked.templateAt, name: 'Trip' })
  expect([await idsOf('active'), await idsOf('archived'), await idsOf('template')]).toEqual([
    [ada.id],
    [],
    [list.id],
  ])
  expect(await ada.ok('PATCH', pathOf(list), { template: false })).toMatchObject({ templateAt: null })
  expect([await idsOf('active'), await idsOf('template')]).toEqual([[ada.id, list.id], []])
})

test('a template goes to the trash and comes back as one', async () => {
  const { id, templateAt } = await template()
  await ada.ok('DELETE', pathOf({ id }))
  expect([await idsOf('template'), await idsOf('trashed')]).toEqual([[], [id]])
  expect(await ada.ok('POST', `${pathOf({ id })}/restore`)).toMatchObject({ templateAt, trashedAt: null })
  expect(await idsOf('template')).toEqual([id])
})

test('what is in a template is found nowhere but in it', async () => {
  const { id } = await template()
  const today = '2026-11-22'
  const one = await ada.task({ listId: id, title: 'Toothbrush', dueOn: today, labels: ['bag'], priority: 1 })
  await ada.task({ listId: id, dueOn: today, dueTime: '09:00', dueTimeZone: 'Asia/Tokyo' })
  const done = await ada.task({ listId: id, dueOn: '2026-11-01', labels: ['bag'] })
  await ada.ok('POST', `/api/tasks/${done.id}/complete`)
  const found = async (query: string) =>
    (await ada.ok<{ items: Task[] }>('GET', `/api/tasks${query}`)).items.map((task) => task.id)
  for (const query of [
    '',
    '?status=completed',
    '?status=all',
    `?dueTo=${today}`,
    '?label=bag',
    '?priority=1',
  ])
    expect(await found(query), query).toEqual([])
  for (const text of ['today', 'overdue', 'completed', '#Packing', '##Packing', '@bag', 'search: toothbrush'])
    expect(await found(`?filter=${encodeURIComponent(text)}`), text).toEqual([])
  expect(await found(`?listId=${id}`)).toHaveLength(2)
  expect(await found(`?listId=${id}&filter=all`)).toEqual([])
  expect(await ada.ok('GET', `/api/tasks/${one.id}`)).toMatchObject({ title: 'Toothbrush' })
  const counts = await ada.ok<TaskCounts>('GET', '/api/tasks/counts')
  expect(counts).toMatchObject({ open: 0, today: 0, overdue: 0, completed: 0, trashed: 0, byLabel: [] })
  expect(counts.byList).toEqual([])
})

test('a line of quick add does not find a template by its name', async () => {
  await template({ name: 'Packing' })
  const body = { text: 'Socks #Packing' }
  const { items } = await ada.ok<{ items: Task[] }>('POST', '/api/tasks/quick-add', body)
  expect(items).toMatchObject([{ listId: ada.id, title: 'Socks #Packing' }])
})

test('a template is shared with nobody, and what is shared is no template', async () => {
  const bob = await house.person()
  const own = await template()
  const invitation = { email: bob.email, role: 'editor' }
  const refused = [409, 'template-shared']
  expect(await ada.refusal('POST', `${pathOf(own)}/members`, invitation)).toEqual(refused)
  const list = await ada.list()
  await ada.ok('POST', `${pathOf(list)}/members`, invitation)
  expect(await ada.refusal('PATCH', pathOf(list), { template: true })).toEqual(refused)
  expect(await bob.refusal('PATCH', pathOf(list), { template: true })).toEqual([403, 'owner-only'])
  expect(await ada.ok('GET', pathOf(list))).toMatchObject({ templateAt: null, memberCount: 2 })
})

test('a template is neither the Inbox nor archived', async () => {
  expect(await ada.refusal('PATCH', pathOf(ada), { template: true })).toEqual([409, 'inbox-fixed'])
  const refused = [409, 'template-archived']
  const own = await template()
  expect(await ada.refusal('PATCH', pathOf(own), { archived: true })).toEqual(refused)
  const list = await ada.list()
  expect(await ada.refusal('PATCH', pathOf(list), { archived: true, template: true })).toEqual(refused)
  await ada.ok('PATCH', pathOf(list), { archived: true })
  expect(await ada.refusal('PATCH', pathOf(list), { template: true })).toEqual(refused)
  const changed = await ada.ok<List>('PATCH', pathOf(list), { archived: false, template: true })
  expect(changed).toMatchObject({ archivedAt: null, templateAt: expect.any(String) })
})

test('of sharing a list and making a template of it at the same time one is refused', async () => {
  const bob = await house.person()
  for (let n = 0; n < 5; n++) {
    const list = await ada.list()
    const answers = await Promise.all([
      ada.status('PATCH', pathOf(list), { template: true }),
      ada.status('POST', `${pathOf(list)}/members`, { email: bob.email, role: 'viewer' }),
    ])
    expect(answers.filter((status) => status === 409)).toHaveLength(1)
  }
})

test('a device makes a template with what is in it, and every device pulls it', async () => {
  const { cursor } = await ada.pull()
  const [listId, sectionId, taskId] = [newId(), newId(), newId()]
  const at = '2026-11-22T11:59:00.000Z'
  const make = (type: string, subjectId: string, fields: object) => ({
    ...{ id: newId(), at, type, subjectId, fields },
  })
  const { results } = await ada.push([
    make('list.create', listId, { name: 'Packing', color: 'blue', position: 'a1', template: true }),
    make('section.create', sectionId, { listId, name: 'Bag', position: 'a1' }),
    make('task.create', taskId, { listId, sectionId, title: 'Socks', position: 'a1' }),
    make('list.update', listId, { name: 'Trip' }),
  ])
  expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied'])
  const pulled: Pulled = await ada.pull(cursor)
  expect(pulled.lists).toMatchObject([{ id: listId, name: 'Trip', templateAt: at }])
  expect([pulled.sections, pulled.tasks]).toMatchObject([[{ id: sectionId }], [{ id: taskId }]])
})

/** Whether what was told of a list and of what is in it was news of something in use, oldest first. */
async function openness(scopeId: string): Promise<(boolean | undefined)[]> {
  const rows = await house.platform.events.model.findAll({ where: { scopeId }, order: ['id'], raw: true })
  return rows.map(({ data }) => json<{ open?: boolean }>(data).open)
}

test('a template and its tasks are told as not in use', async () => {
  const { id } = await template()
  const { id: taskId } = await ada.task({ listId: id })
  await ada.ok('PATCH', `/api/tasks/${taskId}`, { dueOn: '2026-12-01' })
  await ada.ok('PATCH', pathOf({ id }), { template: false })
  await ada.ok('PATCH', `/api/tasks/${taskId}`, { dueOn: '2026-12-02' })
  expect(await openness(id)).toEqual([false, false, false, true, true])
})
