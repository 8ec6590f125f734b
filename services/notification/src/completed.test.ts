import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'

let house: Notifications
beforeAll(async () => {
  house = await startNotifications()
})
afterAll(() => house.stop())

/** A shared list: its owner, somebody who made a task in it, and a third member. */
async function sharedTask() {
  const [owner, maker, member] = [
    await house.person({ name: 'Olga' }),
    await house.person({ name: 'Max' }),
    await house.person({ name: 'Mia' }),
  ]
  const audience = [owner.id, maker.id, member.id]
  const listId = uuidv7()
  const task = await house.task({ createdBy: maker.id, title: 'Call the bank', listId })
  const completeAs = (actorId: string, fields = {}) => {
    const completedAt = house.clock.now().toISOString()
    const done = { ...task, completedAt, completedBy: actorId, ...fields }
    return house.aboutTask('task.completed', done, { actorId, ownerId: owner.id, audience })
  }
  const goOnAs = (actorId: string, skipped: boolean) =>
    house.aboutTask('task.recurred', task, { actorId, ownerId: owner.id, audience }, { skipped, before: {} })
  return { owner, maker, member, audience, task, completeAs, goOnAs }
}

test('who made a task and who owns its list are told that another completed it', async () => {
  const { owner, maker, member, task, completeAs } = await sharedTask()
  await completeAs(member.id)
  const news = {
    kind: 'completed',
    taskId: task.id,
    listId: task.listId,
    title: 'Call the bank',
    actorId: member.id,
    actorName: 'Mia',
    count: 1,
    plannedAt: null,
    createdAt: house.clock.now().toISOString(),
    readAt: null,
  }
  expect(await owner.told()).toEqual([{ id: expect.any(String), ...news }])
  expect(await maker.told()).toEqual([{ id: expect.any(String), ...news }])
  expect(await member.told()).toEqual([])
})

test('nobody is told of what they did themselves', async () => {
  const { owner, maker, completeAs } = await sharedTask()
  await completeAs(maker.id)
  expect(await maker.told()).toEqual([])
  expect(await owner.told()).toHaveLength(1)
})

test('completing, reopening and completing again is told twice, the same completion once', async () => {
  const { owner, member, completeAs } = await sharedTask()
  await completeAs(member.id)
  await completeAs(member.id)
  expect(await owner.told()).toHaveLength(1)
  house.clock.advance(60_000)
  await completeAs(member.id)
  expect(await owner.told()).toHaveLength(2)
})

test('subtasks completed along with their parent are not told one by one', async () => {
  const { owner, member, task, completeAs } = await sharedTask()
  await completeAs(member.id)
  const subtask = await house.task({ createdBy: owner.id, parentId: task.id })
  await completeAs(member.id, { id: subtask.id, parentId: task.id })
  expect(await owner.told()).toHaveLength(1)
  house.clock.advance(60_000)
  await completeAs(member.id, { id: subtask.id, parentId: task.id })
  expect(await owner.told()).toHaveLength(2)
})

test('only what was told within a day is looked through for the parent', async () => {
  const { owner, member, task, completeAs } = await sharedTask()
  const completedAt = house.clock.now().toISOString()
  await completeAs(member.id)
  const late = async () => {
    const subtask = await house.task({ createdBy: owner.id, parentId: task.id })
    await completeAs(member.id, { id: subtask.id, parentId: task.id, completedAt })
    return (await owner.told()).length
  }
  house.clock.advance(23 * 3_600_000)
  expect(await late()).toBe(1)
  house.clock.advance(2 * 3_600_000)
  expect(await late()).toBe(2)
})

test('who can no longer see the list is not told', async () => {
  const { owner, maker, member, task } = await sharedTask()
  const about = { actorId: member.id, ownerId: owner.id, audience: [owner.id, member.id] }
  await house.aboutTask('task.completed', { ...task, completedAt: house.clock.now().toISOString() }, about)
  expect(await maker.told()).toEqual([])
})

test('a task that was erased before the news came is told to nobody, and holds nothing up', async () => {
  const { owner, member, task, completeAs } = await sharedTask()
  await house.next.eraseTask(task.id)
  expect(await completeAs(member.id)).toBeNull()
  expect(await owner.told()).toEqual([])
})

test('what was told of a task goes with it', async () => {
  const { owner, member, task, completeAs } = await sharedTask()
  await completeAs(member.id)
  await house.next.eraseTask(task.id)
  expect(await owner.told()).toEqual([])
  expect((await owner.as('GET', '/api/notifications/unread')).json()).toEqual({ unread: 0 })
})

test('somebody with whom a list is shared is told, who shares it is not', async () => {
  const [ann, bob] = [await house.person({ name: 'Ann' }), await house.person()]
  const listId = uuidv7()
  const share = (actorId: string) =>
    house.announce(
      'list.shared',
      listId,
      listId,
      { actorId, audience: [ann.id, bob.id] },
      { listId, name: 'Home', personId: bob.id },
    )
  await share(bob.id)
  expect(await bob.told()).toEqual([])
  await share(ann.id)
  expect(await bob.told()).toMatchObject([
    { kind: 'shared', listId, taskId: null, title: 'Home', actorId: ann.id, actorName: 'Ann' },
  ])
  expect(await ann.told()).toEqual([])
})

test('nothing is left of somebody who was erased, their name in the news of others included', async () => {
  const { owner, member, task, completeAs } = await sharedTask()
  await completeAs(member.id)
  await house.aboutTask(
    'task.created',
    { ...task, dueOn: '2026-12-24' },
    { actorId: owner.id, ownerId: owner.id },
  )
  await house.aboutPerson('user.erased', { id: member.id })
  expect(await owner.told()).toMatchObject([{ actorId: null, actorName: null }])
  await house.aboutPerson('user.erased', { id: owner.id })
  expect(await owner.told()).toEqual([])
  for (const table of ['Recipients', 'WatchedTasks', 'Notifications'])
    expect(await house.platform.db.model(modelOf[table] ?? '').count({ where: { personId: owner.id } })).toBe(
      0,
    )
})
const modelOf: Record<string, string> = {
  Recipients: 'Recipient',
  WatchedTasks: 'WatchedTask',
  Notifications: 'Notification',
}

test('a completed occurrence of a repeating task is news, one that was left out is not', async () => {
  const { owner, maker, goOnAs } = await sharedTask()
  await goOnAs(maker.id, true)
  expect(await owner.told()).toEqual([])
  await goOnAs(maker.id, false)
  expect(await owner.told()).toMatchObject([{ kind: 'completed', actorId: maker.id }])
})

test('ten completions within a minute by one person in one list are one notification; the next minute is another', async () => {
  const { owner, member, task, completeAs } = await sharedTask()
  for (let n = 1; n <= 10; n += 1) {
    const { id } = await house.task({ createdBy: owner.id, listId: task.listId })
    await completeAs(member.id, { id, title: `Task ${n}` })
    house.clock.advance(5_000)
  }
  expect(await owner.told()).toMatchObject([
    { kind: 'completed', count: 10, title: 'Task 10', actorName: 'Mia' },
  ])
  house.clock.advance(10_000)
  await completeAs(member.id)
  expect(await owner.told()).toMatchObject([{ count: 1, title: 'Call the bank' }, { count: 10 }])
})

test('what another completes, or what comes after it was read, is told of its own', async () => {
  const { owner, maker, member, completeAs } = await sharedTask()
  await completeAs(member.id)
  house.clock.advance(1_000)
  await completeAs(maker.id)
  expect(await owner.told()).toHaveLength(2)
  await owner.as('POST', '/api/notifications/read')
  house.clock.advance(1_000)
  await completeAs(member.id)
  expect(await owner.told()).toHaveLength(3)
})

test('whoever was to do it is told that another did', async () => {
  const { maker, member, completeAs } = await sharedTask()
  await completeAs(maker.id, { assigneeId: member.id })
  expect(await member.told()).toMatchObject([{ kind: 'completed', actorId: maker.id }])
})
