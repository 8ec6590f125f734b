import { afterAll, afterEach, beforeAll } from 'vitest'
import { busConformance } from '../fixtures/bus.conformance.ts'
import { eventWorld, log } from '../fixtures/event-world.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { processClock } from './clock.ts'
import { deadLetters } from './dead-letters.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { StreamBus } from './stream-bus.ts'

let server: RedisServer
let redis: RedisClient
beforeAll(async () => {
  server = await startRedis()
  redis = await openRedis(server.url, log)
})
afterEach(() => redis.flushall())
afterAll(async () => {
  redis.disconnect()
  await server.stop()
})

busConformance(() =>
  eventWorld(
    async () => new StreamBus(redis, () => openRedis(server.url, log, 'blocking'), log),
    (db) => deadLetters({ db, redis, clock: processClock }, []),
  ),
)
