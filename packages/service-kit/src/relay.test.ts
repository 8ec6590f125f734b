import { afterEach, beforeEach, expect, test } from 'vitest'
import { byScope, type EventWorld, eventWorld } from '../fixtures/event-world.ts'
import { ProcessBus } from './bus.ts'
import { processClock } from './clock.ts'
import { deadLetters } from './dead-letters.ts'
import { eventsTable, handledTable, type StoredEvent } from './event-tables.ts'
import { until } from './testing.ts'

let world: EventWorld
beforeEach(async () => {
  world = await eventWorld(
    async () => new ProcessBus(),
    (db) => deadLetters({ db, redis: undefined, clock: processClock }, ['giver', 'one', 'two']),
  )
})
afterEach(() => world.stop())

/** A row as another process would have written it. */
const row = (id: string, n: number): Partial<StoredEvent> => ({
  id,
  type: 'happened',
  scopeId: 'a',
  subjectId: 'a',
  actorId: 'ann',
  audience: '[]',
  data: JSON.stringify({ n }),
  createdAt: new Date(),
})
const all = (many: number) => until(async () => (await world.effects()).length === many, `${many}`, 3000)

test('events arrive in the order of their writing, whatever the clocks of the writers said', async () => {
  const events = eventsTable(world.db, 'giver')
  for (let n = 0; n < 9; n += 1) await events.create(row(`id-${9 - n}`, n))
  await world.replica('x', {}, ['one'])
  await all(9)
  expect(byScope(await world.effects(), 'one')).toEqual({ a: [0, 1, 2, 3, 4, 5, 6, 7, 8] })
})

test('what another process recorded and left behind is found without being told', async () => {
  const replica = await world.replica('x', {}, ['one'])
  await replica.give('a', 0)
  await all(1)
  await eventsTable(world.db, 'giver').create(row('left', 1))
  await all(2)
})

test('what fails holds up its own scope only while it is tried again', async () => {
  const order: string[] = []
  let tries = 0
  const replica = await world.replica(
    'x',
    {
      during: (_group, { scopeId, data }) => {
        const { n } = data as { n: number }
        if (scopeId === 'bad' && n === 0) {
          tries += 1
          if (tries < 3) throw new Error('not yet')
        }
        order.push(`${scopeId}${n}`)
      },
    },
    ['one'],
  )
  const { db } = world
  const events = eventsTable(db, 'giver')
  const rows = ['bad', 'bad', 'good', 'good'].map((scopeId, n) => ({ ...row(`id-${n}`, n % 2), scopeId }))
  await events.bulkCreate(rows)
  await replica.give('good', 2)
  await all(5)
  const effects = byScope(await world.effects(), 'one')
  expect(effects).toEqual({ bad: [0, 1], good: [0, 1, 2] })
  expect(order.indexOf('good1')).toBeLessThan(order.lastIndexOf('bad0'))
})

test('a letter whose event was erased can be discarded, not replayed', async () => {
  const poison = () => {
    throw new Error('poison')
  }
  const replica = await world.replica('x', { during: poison }, ['one'])
  await replica.give('a', 1)
  const letter = async () => (await world.letters.list())[0]
  await until(async () => (await letter()) !== undefined)
  await until(
    async () => (await eventsTable(world.db, 'giver').count({ where: { publishedAt: null } })) === 0,
  )
  await eventsTable(world.db, 'giver').destroy({ where: {} })
  const { eventId = '', event } = (await letter()) ?? {}
  expect(event).toBeNull()
  expect(await world.letters.replay('one', eventId)).toBe(false)
  expect(await world.letters.discard('one', eventId)).toBe(true)
  expect(await handledTable(world.db, 'one').findByPk(eventId, { raw: true })).toMatchObject({
    failure: null,
  })
})
