import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { byScope, type EventWorld, eventWorld, log } from '../fixtures/event-world.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { processClock } from './clock.ts'
import { deadLetters } from './dead-letters.ts'
import { partitionOf, partitionStream, partitions } from './event-partition.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { StreamBus } from './stream-bus.ts'
import { leaseKey, shareOut } from './stream-lease.ts'
import { StreamReader } from './stream-reader.ts'
import { until } from './testing.ts'

let server: RedisServer
let redis: RedisClient
let world: EventWorld
beforeAll(async () => {
  server = await startRedis()
  redis = await openRedis(server.url, log)
})
beforeEach(async () => {
  world = await eventWorld(
    async () => new StreamBus(redis, blocking, log),
    (db) => deadLetters({ db, redis, clock: processClock }, []),
  )
})
afterEach(async () => {
  await world.stop()
  await redis.flushall()
})
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})
const blocking = () => openRedis(server.url, log, 'blocking')

const all = Array.from({ length: partitions }, (_, partition) => partition)
/** One scope for each partition. */
const scopes = all.map((partition) => {
  for (let n = 0; ; n += 1) if (partitionOf(`scope-${n}`) === partition) return `scope-${n}`
})
const holders = (group = 'one') => redis.mget(all.map((partition) => leaseKey(group, partition)))
/** How many partitions each replica holds. */
async function shares() {
  const held = (await holders()).filter((holder) => holder !== null)
  return [...Map.groupBy(held, (holder) => holder).values()].map((mine) => mine.length).sort()
}
const shared = (...wanted: number[]) =>
  until(async () => `${await shares()}` === `${wanted}`, `shares of ${wanted}`, 3000)

test('replicas share the partitions, anew when one comes or goes', async () => {
  const first = await world.replica('x', {}, ['one'])
  await shared(4)
  const second = await world.replica('y', {}, ['one'])
  await shared(2, 2)
  const third = await world.replica('z', {}, ['one'])
  await shared(1, 1, 2)
  await second.stop()
  await shared(2, 2)
  await first.stop()
  await shared(4)
  for (const scope of scopes) await third.give(scope, 1)
  await until(async () => (await world.effects()).length === partitions, 'all to arrive', 3000)
})

test('order holds while partitions change hands', async () => {
  const giver = await world.replica('giver', {}, [])
  await world.replica('x', {}, ['one'])
  let n = 0
  const more = async (many: number) => {
    for (const end = n + many; n < end; n += 1) for (const scope of scopes) await giver.give(scope, n)
  }
  await more(20)
  const second = await world.replica('y', {}, ['one'])
  for (let turn = 0; turn < 5; turn += 1) {
    await more(20)
    await wait(200)
  }
  await shared(2, 2)
  await more(20)
  await until(async () => (await world.effects()).some(({ replica }) => replica === 'y'), 'the other to act')
  await second.stop()
  await more(20)
  await until(async () => (await world.effects()).length === n * scopes.length, 'all to arrive', 3000)
  const effects = await world.effects()
  const numbers = Array.from({ length: n }, (_, at) => at)
  expect(byScope(effects, 'one')).toEqual(Object.fromEntries(scopes.map((scope) => [scope, numbers])))
  expect(new Set(effects.map(({ replica }) => replica))).toEqual(new Set(['x', 'y']))
})

test('what a member that is gone had in its hands is handled first by the next', async () => {
  const [scope = ''] = scopes
  const stream = partitionStream(0)
  const giver = await world.replica('giver', {}, [])
  await giver.give(scope, 1, 2, 3)
  await until(async () => (await redis.xlen(stream)) === 3)
  await shareOut(redis, 'one', 'gone', 300)
  await redis.xgroup('CREATE', stream, 'one', '0')
  await redis.xreadgroup('GROUP', 'one', 'holder', 'COUNT', 2, 'STREAMS', stream, '>')
  await world.replica('x', {}, ['one'])
  await until(async () => (await world.effects()).length === 3, 'all to arrive', 3000)
  expect(byScope(await world.effects(), 'one')).toEqual({ [scope]: [1, 2, 3] })
  await until(async () => ((await redis.xpending(stream, 'one')) as [number])[0] === 0)
})

test('who lost the lease while it was paused gets nothing more', async () => {
  const [scope = ''] = scopes
  const giver = await world.replica('giver', {}, [])
  const heard: string[] = []
  const group = {
    name: 'one',
    types: new Set(['happened']),
    consumer: async (events: { id: string }[]) => void heard.push(...events.map(({ id }) => id)),
  }
  const lease = { key: leaseKey('one', 0), holder: 'paused' }
  await redis.set(lease.key, 'paused')
  const reader = new StreamReader({ redis, open: blocking, log }, group, 0, lease)
  reader.start()
  await giver.give(scope, 1)
  await until(() => heard.length === 1)
  await redis.set(lease.key, 'another')
  await giver.give(scope, 2)
  await until(async () => (await redis.xlen(partitionStream(0))) === 2)
  await wait(300)
  expect(heard).toHaveLength(1)
  await redis.set(lease.key, 'paused')
  await until(() => heard.length === 2)
  await reader.stop()
})

test('a group that is new gets what is there from the beginning', async () => {
  const giver = await world.replica('x', {}, ['one'])
  for (const scope of scopes) await giver.give(scope, 1, 2)
  await until(async () => (await world.effects()).length === 8, 'the first group', 3000)
  await world.replica('y', {}, ['two'])
  await until(async () => (await world.effects()).length === 16, 'the second group', 3000)
  expect(byScope(await world.effects(), 'two')).toEqual(byScope(await world.effects(), 'one'))
})

test('Redis killed under load, or emptied, is gone on with once it is back', async () => {
  const replica = await world.replica('x')
  for (const scope of scopes) await replica.give(scope, 1)
  await server.kill()
  for (const scope of scopes) await replica.give(scope, 2)
  await server.start()
  await until(async () => (await world.effects()).length === 16, 'what waited', 3000)
  await redis.flushall()
  for (const scope of scopes) await replica.give(scope, 3)
  await until(async () => (await world.effects()).length === 24, 'what came after', 3000)
  for (const group of ['one', 'two'] as const)
    expect(Object.values(byScope(await world.effects(), group))).toEqual(scopes.map(() => [1, 2, 3]))
})

test('what a Redis that broke had taken and lost is sent again', async () => {
  const giver = await world.replica('giver', {}, [])
  const sent = async () => (await world.db.model('GiverEvents').count({ where: { publishedAt: null } })) === 0
  for (const scope of scopes) await giver.give(scope, 1, 2)
  await until(sent)
  await redis.flushall()
  await server.kill()
  await server.start()
  await world.replica('x', {}, ['one'])
  await giver.give(scopes[0] as string, 3)
  await until(async () => (await world.effects()).length === 9, 'all to arrive', 3000)
  const [first, ...others] = Object.values(byScope(await world.effects(), 'one')).sort(
    (a, b) => b.length - a.length,
  )
  expect(first).toEqual([1, 2, 3])
  expect(others).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ])
})
