import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { readConfig } from './config.ts'
import { partitionOf, partitionStream, partitions } from './event-partition.ts'
import { openLog } from './log.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { StreamBus } from './stream-bus.ts'
import { streamLag } from './stream-lag.ts'
import { until } from './testing.ts'

const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
let server: RedisServer
let redis: RedisClient
beforeAll(async () => {
  server = await startRedis()
  redis = await openRedis(server.url, log)
})
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})

const event = (scopeId: string) => {
  const ids = { id: uuidv7(), scopeId, subjectId: scopeId, actorId: scopeId }
  return { ...ids, type: 'note.added', audience: [], data: {}, at: new Date().toISOString() }
}

test('what a group was not given, and what it did not finish, is its lag; what is done is not', async () => {
  expect(await streamLag(redis)).toEqual(new Map())
  const bus = new StreamBus(redis, () => openRedis(server.url, log, 'blocking'), log)
  const scopes = Array.from({ length: 50 }, () => uuidv7())
  expect(new Set(scopes.map(partitionOf)).size).toBe(partitions)
  await bus.publish(scopes.map(event))
  for (let partition = 0; partition < partitions; partition += 1)
    for (const group of ['slow', 'quick'])
      await redis.xgroup('CREATE', partitionStream(partition), group, '0')
  const lagOf = async (group: string) => (await streamLag(redis)).get(group)
  expect(await lagOf('slow')).toMatchObject({ events: 50 })
  await until(async () => ((await lagOf('slow'))?.seconds ?? 0) > 0, 'the oldest to grow older')

  // Given out and not acknowledged, and then acknowledged.
  const unfinished: [string, string[]][] = []
  for (let partition = 0; partition < partitions; partition += 1) {
    const stream = partitionStream(partition)
    const found = await redis.xreadgroup('GROUP', 'quick', 'one', 'COUNT', 100, 'STREAMS', stream, '>')
    const [[, entries]] = found as [[string, [string, string[]][]]]
    unfinished.push([stream, entries.map(([id]) => id)])
  }
  expect(await lagOf('quick')).toMatchObject({ events: 50 })
  for (const [stream, ids] of unfinished) await redis.xack(stream, 'quick', ...ids)
  expect(await lagOf('quick')).toEqual({ events: 0, seconds: 0 })
  expect(await lagOf('slow')).toMatchObject({ events: 50 })
  await bus.close()
})
