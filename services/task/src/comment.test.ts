import type { Comment } from '@doable/contracts/comment'
import type { Pulled } from '@doable/contracts/sync'
import { newId } from '@doable/domain/ids'
import { writeMention } from '@doable/domain/mention'
import { pieces } from '@doable/service-kit/pieces'
import { json } from '@doable/service-kit/rows'
import { until } from '@doable/service-kit/testing'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Person } from '../fixtures/house.ts'
import { operation } from '../fixtures/operation.ts'
import { CommentRow } from './comment.ts'
import { mostOfList, mostOfTask, mostText } from './comment-room.ts'
import { PersonRow } from './person.ts'
import { eraseOld } from './retention.ts'

const house: House = await openHouse()
const day = 24 * 60 * 60 * 1000
let ada: Person
let bob: Person
let eve: Person
let listId: string
let taskId: string
beforeEach(async () => {
  ada = await house.person()
  bob = await house.person()
  eve = await house.person()
  listId = (await ada.list()).id
  for (const [{ email }, role] of [
    [bob, 'editor'],
    [eve, 'viewer'],
  ] as const)
    await ada.ok('POST', `/api/lists/${listId}/members`, { email, role })
  taskId = (await ada.task({ listId })).id
})
afterAll(() => house.stop())

const say = (person: Person, text = 'Hello', task = taskId) =>
  person.ok<Comment>('POST', `/api/tasks/${task}/comments`, { text })
type Page = { items: Comment[]; next: string | null }
const said = (person: Person, query = '') => person.ok<Page>('GET', `/api/tasks/${taskId}/comments${query}`)
const row = (many: number, fields: object = {}) =>
  Array.from({ length: many }, () => ({
    ...{ id: newId(), taskId, listId, authorId: ada.id, text: 'x', editedAt: null, trashedAt: null },
    ...{ createdAt: new Date(0), updatedAt: new Date(0), version: 1 },
    ...fields,
  }))
async function fill(many: number, fields: object = {}) {
  for (const some of pieces(row(many, fields))) await CommentRow.bulkCreate(some)
}

test('what members say is there for all of them, the oldest first and in pages', async () => {
  const first = await say(ada, '  First, with *stars*\n')
  expect(first).toMatchObject({
    text: 'First, with *stars*',
    authorId: ada.id,
    taskId,
    listId,
    editedAt: null,
  })
  for (const [person, text] of [
    [bob, 'second'],
    [ada, 'third'],
  ] as const) {
    house.clock.advance(5)
    await say(person, text)
  }
  const page = await said(eve, '?limit=2')
  expect(page.items.map(({ text }) => text)).toEqual(['First, with *stars*', 'second'])
  const rest = await said(eve, `?limit=2&cursor=${page.next}`)
  expect(rest).toMatchObject({ items: [{ text: 'third' }], next: null })
  expect(await ada.refusal('GET', `/api/tasks/${taskId}/comments?cursor=x`)).toEqual([400, 'bad-cursor'])
  expect(await bob.ok('GET', `/api/comments/${first.id}`)).toEqual(first)
})

test('only its author writes it anew; its author and the owner of the list take it away', async () => {
  const [mine, theirs] = [await say(ada), await say(bob)]
  const refused = [403, 'author-only']
  expect(await ada.refusal('PATCH', `/api/comments/${theirs.id}`, { text: 'x' })).toEqual(refused)
  for (const [method, path] of [
    ['DELETE', ''],
    ['POST', '/restore'],
  ] as const)
    expect(await bob.refusal(method, `/api/comments/${mine.id}${path}`)).toEqual(refused)
  house.clock.advance(1000)
  const changed = await bob.ok<Comment>('PATCH', `/api/comments/${theirs.id}`, { text: 'Better' })
  expect(changed).toMatchObject({ text: 'Better', editedAt: house.clock.now().toISOString() })
  expect(await bob.ok('PATCH', `/api/comments/${theirs.id}`, { text: 'Better' })).toEqual(changed)
  await ada.ok('DELETE', `/api/comments/${theirs.id}`)
  expect((await said(bob)).items.map(({ id }) => id)).toEqual([mine.id])
  expect(await bob.ok('POST', `/api/comments/${theirs.id}/restore`)).toMatchObject({ trashedAt: null })
  expect((await said(bob)).items).toHaveLength(2)
})

test('what was taken away is read only by those who can bring it back', async () => {
  const { id } = await say(bob, 'my password')
  const { cursor } = await eve.pull()
  await bob.ok('DELETE', `/api/comments/${id}`)
  const isRead = async (person: Person, from?: string) => [
    (await person.ok<Comment>('GET', `/api/comments/${id}`)).text,
    (await person.pull(from)).comments.find((each) => each.id === id)?.text,
  ]
  for (const person of [bob, ada]) expect(await isRead(person)).toEqual(['my password', 'my password'])
  expect(await isRead(eve)).toEqual(['', ''])
  expect(await isRead(eve, cursor)).toEqual(['', ''])
  await bob.ok('POST', `/api/comments/${id}/restore`)
  expect(await isRead(eve, cursor)).toEqual(['my password', 'my password'])
})

test('who may only look reads and says nothing', async () => {
  const { id } = await say(ada)
  const before = await ada.ok(`GET`, `/api/lists/${listId}`)
  const attempts: [Parameters<Person['refusal']>[0], string, object?][] = [
    ['POST', `/api/tasks/${taskId}/comments`, { text: 'x' }],
    ['PATCH', `/api/comments/${id}`, { text: 'x' }],
    ['DELETE', `/api/comments/${id}`],
    ['POST', `/api/comments/${id}/restore`],
  ]
  for (const attempt of attempts) expect(await eve.refusal(...attempt)).toEqual([403, 'read-only'])
  const { results } = await eve.push([
    operation('comment.create', newId(), { fields: { taskId, text: 'x' } }),
    operation('comment.update', id, { fields: { text: 'x' } }),
    operation('comment.trash', id, {}),
  ])
  expect(results.map(({ problem }) => problem?.status)).toEqual([403, 403, 403])
  expect(await ada.ok('GET', `/api/lists/${listId}`)).toEqual(before)
})

test('a stranger learns nothing, by request or operation', async () => {
  const { id } = await say(ada, 'secret')
  const stranger = await house.person()
  const { results, changes } = await stranger.push([
    operation('comment.create', newId(), { fields: { taskId, text: 'x' } }),
    operation('comment.create', id, { fields: { taskId: (await stranger.task()).id, text: 'x' } }),
    operation('comment.update', id, { fields: { text: 'x' } }),
    operation('comment.restore', id, {}),
  ])
  expect(results.map(({ problem }) => problem?.status)).toEqual([404, 409, 404, 404])
  expect(JSON.stringify(changes)).not.toContain('secret')
  expect((await stranger.pull()).comments).toEqual([])
})

test('an operation counts once however often it comes, and the pull tells of it', async () => {
  const { cursor } = await bob.pull()
  const id = newId()
  const created = operation('comment.create', id, { fields: { taskId, text: 'once' } })
  for (let n = 0; n < 2; n++)
    expect((await ada.push([created])).changes.comments).toMatchObject([{ id, text: 'once' }])
  const again = operation('comment.create', id, { fields: { taskId, text: 'other' } })
  expect((await ada.push([again])).results).toMatchObject([{ status: 'applied' }])
  const pulled = await bob.pull(cursor)
  expect(pulled.comments).toMatchObject([{ id, text: 'once', authorId: ada.id }])
  await ada.push([operation('comment.trash', id, {})])
  expect((await bob.pull(pulled.cursor)).comments).toMatchObject([{ id, trashedAt: expect.any(String) }])
})

test('comments go with their task to another list, into the trash and for good', async () => {
  const { id } = await say(ada)
  const { cursor } = await ada.pull()
  await ada.ok('PATCH', `/api/tasks/${taskId}`, { listId: ada.id })
  expect((await ada.pull(cursor)).comments).toMatchObject([{ id, listId: ada.id }])
  expect(await bob.refusal('GET', `/api/comments/${id}`)).toEqual([404, 'comment-not-found'])
  await ada.ok('DELETE', `/api/tasks/${taskId}`)
  expect(await say(ada, 'while it was thrown away')).toMatchObject({ taskId })
  await ada.ok('POST', `/api/tasks/${taskId}/purge`)
  expect(await CommentRow.count({ where: { taskId } })).toBe(0)
})

test('what was long enough in the trash loses its words, on every device', async () => {
  const { id } = await say(ada, 'regretted')
  await ada.ok('DELETE', `/api/comments/${id}`)
  const { cursor } = await bob.pull()
  house.clock.advance(29 * day)
  await eraseOld(house.platform)
  expect((await CommentRow.findByPk(id, { raw: true }))?.text).toBe('regretted')
  house.clock.advance(2 * day)
  await eraseOld(house.platform)
  expect((await CommentRow.findByPk(id, { raw: true }))?.text).toBe('')
  bob = await house.person({ id: bob.id }, { known: false })
  ada = await house.person({ id: ada.id }, { known: false })
  expect((await bob.pull(cursor)).comments).toMatchObject([{ id, text: '' }])
  expect(await ada.refusal('POST', `/api/comments/${id}/restore`)).toEqual([404, 'comment-not-found'])
})

test('what somebody said in the lists of others stays when they are erased', async () => {
  const { id } = await say(bob, 'Ask me before Friday')
  await house.people.announce('user.erased', bob.id, {})
  await until(async () => (await PersonRow.count({ where: { id: bob.id } })) === 0, 'the erasure')
  expect(await ada.ok('GET', `/api/comments/${id}`)).toMatchObject({ text: 'Ask me before Friday' })
})

test('the members whom it mentions are told of, and nobody else', async () => {
  const stranger = await house.person()
  const text = [bob, eve, ada, stranger, bob].map(({ id }) => writeMention({ id, name: 'N' })).join(' ')
  const { id } = await say(ada, text)
  const [event] = await house.platform.events.model.findAll({ where: { subjectId: id }, raw: true })
  expect(event).toMatchObject({ type: 'comment.created', scopeId: listId, actorId: ada.id })
  expect(json<string[]>(event?.audience).sort()).toEqual([ada.id, bob.id, eve.id].sort())
  expect(json<object>(event?.data)).toMatchObject({
    mentioned: [bob.id, eve.id],
    title: 'something',
    assigneeId: null,
    commenters: [ada.id],
    comment: { id },
  })
  const answer = await say(bob, 'Yes')
  await ada.ok('DELETE', `/api/comments/${id}`)
  const [next] = await house.platform.events.model.findAll({ where: { subjectId: answer.id }, raw: true })
  const { commenters } = json<{ commenters: string[] }>(next?.data)
  expect(commenters.sort()).toEqual([ada.id, bob.id].sort())
  const where = { subjectId: id, type: 'comment.trashed' }
  const [gone] = await house.platform.events.model.findAll({ where, raw: true })
  expect(json<object>(gone?.data)).toMatchObject({ commenters: [bob.id] })
})

test('there is room for so many comments, in a task and in a list, and for so much text', async () => {
  await fill(mostOfTask)
  expect(await ada.refusal('POST', `/api/tasks/${taskId}/comments`, { text: 'x' })).toEqual([
    409,
    'too-many-comments',
  ])
  const other = (await ada.task({ listId })).id
  const full = [409, 'list-full']
  const more = (text = 'x') => ada.refusal('POST', `/api/tasks/${other}/comments`, { text })
  const [heavy] = row(1, { text: 'x'.repeat(mostText - 5000) })
  await CommentRow.create(heavy as CommentRow)
  expect(await more('x'.repeat(8000))).toEqual(full)
  const short = await say(ada, 'short', other)
  expect(await ada.refusal('PATCH', `/api/comments/${short.id}`, { text: 'x'.repeat(8000) })).toEqual(full)
  const elsewhere = await ada.task()
  await say(ada, 'x'.repeat(8000), elsewhere.id)
  expect(await ada.refusal('PATCH', `/api/tasks/${elsewhere.id}`, { listId })).toEqual(full)
  await fill(mostOfList - mostOfTask - 2, { taskId: (await ada.task({ listId })).id })
  expect(await more()).toEqual(full)
  expect(await ada.status('POST', `/api/tasks/${other}/comments`, { text: ' \n ' })).toBe(400)
  expect(await ada.status('POST', `/api/tasks/${other}/comments`, { text: 'x'.repeat(10_001) })).toBe(400)
})

test('many say something at once: all of it is there, each with a version of its own', async () => {
  const all = await Promise.all(Array.from({ length: 40 }, (_, n) => say(n % 2 ? ada : bob, `n${n}`)))
  expect(new Set(all.map(({ version }) => version)).size).toBe(40)
  expect((await said(eve, '?limit=200')).items).toHaveLength(40)
})

test('what is said while its task moves ends up where the task is', async () => {
  const moves = [ada.id, listId, ada.id, listId, ada.id]
  const move = async () => {
    for (const to of moves) await ada.ok('PATCH', `/api/tasks/${taskId}`, { listId: to })
  }
  await Promise.all([move(), ...Array.from({ length: 20 }, (_, n) => say(ada, `n${n}`))])
  const { items } = await said(ada)
  expect([items.length, new Set(items.map((each) => each.listId))]).toEqual([20, new Set([ada.id])])
})

test('long comments make short pages', async () => {
  for (let n = 0; n < 200; n += 1)
    await CommentRow.bulkCreate(row(1, { text: 'x'.repeat(10_000), version: n + 10 }))
  await house.platform.dialect.increment(house.platform.db, 'Lists', 'version', listId, { by: 500 })
  const pages: Pulled[] = []
  do pages.push(await ada.pull(pages.at(-1)?.cursor))
  while (pages.at(-1)?.more)
  expect(pages.flatMap((page) => page.comments)).toHaveLength(200)
  for (const page of pages) expect(JSON.stringify(page.comments).length).toBeLessThan(1_100_000)
})
