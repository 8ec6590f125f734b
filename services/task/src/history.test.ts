import type { HistoryEntry } from '@doable/contracts/history'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'
import { eraseOld } from './retention.ts'

const house: House = await openHouse()
const day = 24 * 60 * 60 * 1000
let ada: Person
let bob: Person
let listId: string
let id: string
beforeEach(async () => {
  ada = await house.person()
  bob = await house.person()
  listId = (await ada.list()).id
  await ada.ok('POST', `/api/lists/${listId}/members`, { email: bob.email, role: 'editor' })
  id = (await ada.task({ listId, title: 'First', notes: 'Long' })).id
})
afterAll(() => house.stop())

type Page = { items: HistoryEntry[]; next: string | null }
const history = (person: Person, query = '') => person.ok<Page>('GET', `/api/tasks/${id}/history${query}`)
const change = (person: Person, fields: object) => person.ok('PATCH', `/api/tasks/${id}`, fields)
const act = (verb: string) => bob.ok('POST', `/api/tasks/${id}/${verb}`)
const kinds = ({ items }: Page) => items.map(({ kind }) => kind)

test('every act is told with who, when, and what was and is; another place among others is none', async () => {
  house.clock.advance(60_000)
  await change(bob, { title: 'Second', notes: 'Short', priority: 1 })
  const at = house.clock.now().toISOString()
  await change(ada, { position: 'b5' })
  await change(ada, { dueOn: '2026-12-24', dueTime: '09:00', labels: ['home'] })
  for (const verb of ['complete', 'reopen']) await act(verb)
  await bob.ok('DELETE', `/api/tasks/${id}`)
  await act('restore')
  const page = await history(ada)
  expect(kinds(page)).toEqual([
    'restored',
    'trashed',
    'reopened',
    'completed',
    'changed',
    'changed',
    'created',
  ])
  expect(page.items[5]).toEqual({
    id: expect.any(String),
    at,
    actorId: bob.id,
    kind: 'changed',
    before: { title: 'First', notes: 'Long', priority: 4 },
    after: { title: 'Second', notes: 'Short', priority: 1 },
  })
  expect(page.items[4]).toMatchObject({
    before: { dueOn: null, dueTime: null, labels: [] },
    after: { dueOn: '2026-12-24', dueTime: '09:00', labels: ['home'] },
  })
})

test('a former value can be written again', async () => {
  await change(bob, { title: 'Second', dueOn: '2026-12-24', repeatRule: 'FREQ=DAILY' })
  await change(bob, { dueOn: null, repeatRule: null })
  const [latest] = (await history(ada)).items
  await change(ada, latest?.before ?? {})
  expect(await ada.ok('GET', `/api/tasks/${id}`)).toMatchObject({
    dueOn: '2026-12-24',
    repeatRule: 'FREQ=DAILY',
  })
})

test('occurrences are told as done, left out and taken back', async () => {
  await change(ada, { dueOn: '2026-11-22', repeatRule: 'FREQ=DAILY' })
  for (const verb of ['complete', 'skip', 'uncomplete']) await act(verb)
  const page = await history(ada, '?limit=3')
  expect(kinds(page)).toEqual(['changed', 'skipped', 'recurred'])
  expect(page.items[2]).toMatchObject({ before: { dueOn: '2026-11-22' }, after: { dueOn: '2026-11-23' } })
})

test('it comes in pages, over much that is no news too, and short ones where notes are long', async () => {
  for (let n = 0; n < 12; n += 1) await change(ada, { title: `t${n}` })
  await ada.push(
    Array.from({ length: 100 }, (_, n) => operation('task.update', id, { fields: { position: `b${n}5` } })),
  )
  const first = await history(ada, '?limit=10')
  expect(first.items.map(({ after }) => after.title)).toEqual(
    Array.from({ length: 10 }, (_, n) => `t${11 - n}`),
  )
  const second = await history(ada, `?limit=10&cursor=${first.next}`)
  expect([kinds(second), second.next]).toEqual([['changed', 'changed', 'created'], null])
  for (let n = 0; n < 30; n += 1) await change(ada, { notes: `${n}`.repeat(20_000) })
  const page = await history(ada, '?limit=50')
  expect(page.items.length).toBeLessThan(30)
  expect(JSON.stringify(page).length).toBeLessThan(1_200_000)
  let total = page.items.length
  for (let { next } = page; next; ) {
    const more: Page = await history(ada, `?limit=50&cursor=${next}`)
    total += more.items.length
    next = more.next
  }
  expect(total).toBe(12 + 30 + 1)
  expect(await ada.refusal('GET', `/api/tasks/${id}/history?cursor=x`)).toEqual([400, 'bad-cursor'])
})

test('who is not in a list learns nothing of what was in it', async () => {
  id = (await ada.task({ title: 'Diary', notes: 'secret' })).id
  await change(ada, { notes: 'more secret' })
  await change(ada, { listId, title: 'Shared', notes: 'for all' })
  await change(bob, { priority: 2 })
  expect((await history(ada)).items).toHaveLength(4)
  const { items } = await history(bob)
  expect(items).toMatchObject([
    { kind: 'changed', actorId: bob.id },
    { before: {}, after: { listId } },
  ])
  expect(items).toHaveLength(2)
  expect(JSON.stringify(items)).not.toMatch(/secret|Diary/)
  const stranger = await house.person()
  expect(await stranger.refusal('GET', `/api/tasks/${id}/history`)).toEqual([404, 'task-not-found'])
})

test('it stays as long as the task', async () => {
  await house.platform.events.model.update(
    { publishedAt: house.clock.now() },
    { where: { publishedAt: null } },
  )
  house.clock.advance(400 * day)
  await eraseOld(house.platform)
  ada = await house.person({ id: ada.id }, { known: false })
  expect(kinds(await history(ada))).toEqual(['created'])
})
