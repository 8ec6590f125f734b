import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'

let house: Notifications
beforeAll(async () => {
  house = await startNotifications()
})
afterAll(() => house.stop())

/** A shared list: its owner, who made the task, who is to do it, and somebody else; a stranger who is in none of it. */
async function family() {
  const [owner, maker, doer, guest, stranger] = [
    await house.person({ name: 'Olga' }),
    await house.person({ name: 'Max' }),
    await house.person({ name: 'Dora' }),
    await house.person({ name: 'Gus' }),
    await house.person(),
  ]
  const audience = [owner.id, maker.id, doer.id, guest.id]
  const task = await house.task({ createdBy: maker.id, title: 'Call the bank', listId: uuidv7() })
  const say = (type: string, actorId: string, assigneeId: string | null, more: object = {}) =>
    house.aboutTask(type, { ...task, assigneeId }, { actorId, ownerId: owner.id, audience }, more)
  const comment = (id: string, type: string, actorId: string, more: object = {}) => {
    const at = house.clock.now().toISOString()
    const stamps = { createdAt: at, editedAt: null, trashedAt: null, version: 1 }
    const said = { id, taskId: task.id, listId: task.listId, authorId: actorId, text: 'Done?', ...stamps }
    const about = { ownerId: owner.id, title: task.title, createdBy: maker.id, assigneeId: doer.id }
    const data = { comment: said, ...about, mentioned: [], commenters: [actorId], ...more }
    return house.announce(type, task.listId, id, { actorId, audience }, data)
  }
  const kinds = async () => {
    const all = { owner, maker, doer, guest, stranger }
    const told = Object.entries(all).map(async ([name, { told }]) => [
      name,
      (await told()).map(({ kind }: { kind: string }) => kind),
    ])
    return Object.fromEntries(await Promise.all(told))
  }
  return { owner, maker, doer, guest, stranger, task, say, comment, kinds }
}
const nobody = { owner: [], maker: [], doer: [], guest: [], stranger: [] }

test('whoever is assigned by another is told, at once and when it was another before', async () => {
  const { maker, doer, guest, task, say, kinds } = await family()
  await say('task.created', maker.id, doer.id)
  expect(await doer.told()).toMatchObject([
    { kind: 'assigned', taskId: task.id, title: 'Call the bank', actorId: maker.id, actorName: 'Max' },
  ])
  await say('task.changed', maker.id, guest.id, { before: { assigneeId: doer.id } })
  expect(await kinds()).toEqual({ ...nobody, doer: ['assigned'], guest: ['assigned'] })
})

test('nobody is told of what they took on themselves, of what did not change, nor without access', async () => {
  const { maker, doer, stranger, say, kinds } = await family()
  await say('task.created', doer.id, doer.id)
  await say('task.changed', maker.id, doer.id, { before: { title: 'Call' } })
  await say('task.changed', maker.id, stranger.id, { before: { assigneeId: doer.id } })
  await say('task.changed', maker.id, null, { before: { assigneeId: doer.id } })
  expect(await kinds()).toEqual(nobody)
})

test('a comment is told to those who follow the task, do it or spoke before, and not to whoever wrote it', async () => {
  const { maker, guest, comment, kinds } = await family()
  await comment(uuidv7(), 'comment.created', maker.id)
  const heard = ['commented']
  expect(await kinds()).toEqual({ ...nobody, owner: heard, doer: heard })
  await comment(uuidv7(), 'comment.created', maker.id, { commenters: [maker.id, guest.id] })
  expect((await kinds()).guest).toEqual(heard)
})

test('whoever is mentioned is told that and nothing else, once, also when the mention comes later', async () => {
  const { maker, doer, guest, stranger, comment, kinds } = await family()
  const id = uuidv7()
  await comment(id, 'comment.created', maker.id, { mentioned: [doer.id, stranger.id] })
  const after = { ...nobody, owner: ['commented'], doer: ['mentioned'] }
  expect(await kinds()).toEqual(after)
  await comment(id, 'comment.changed', maker.id, { mentioned: [doer.id, guest.id] })
  expect(await kinds()).toEqual({ ...after, guest: ['mentioned'] })
})
