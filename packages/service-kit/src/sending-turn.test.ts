import { afterAll, beforeAll, expect, test } from 'vitest'
import { log } from '../fixtures/event-world.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { giveTurnBack, keepTurn, takeTurn } from './sending-turn.ts'
import { StreamBus } from './stream-bus.ts'
import { until } from './testing.ts'

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
const open = () => new StreamBus(redis, () => openRedis(server.url, log, 'blocking'), log)

test('one at a time does the work, once more for whoever asked meanwhile', async () => {
  const [first, second] = [open(), open()]
  let [atOnce, most, times] = [0, 0, 0]
  const under = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  const work = async () => {
    atOnce += 1
    times += 1
    most = Math.max(most, atOnce)
    under.resolve()
    await asked.promise
    atOnce -= 1
  }
  const running = first.alone('task', work)
  await under.promise
  await second.alone('task', work)
  await second.alone('task', work)
  asked.resolve()
  await running
  expect({ most, times }).toEqual({ most: 1, times: 2 })
})

test('services do not wait for each other, nor does anybody after work that failed', async () => {
  const bus = open()
  const failing = bus.alone('user', async () => {
    await bus.alone('task', async () => {})
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  let done = false
  await bus.alone('user', async () => {
    done = true
  })
  expect(done).toBe(true)
})

test('the turn of one that died is free after some seconds, and it does not go on when it wakes up', async () => {
  expect(await takeTurn(redis, 'note', 'dead')).toBe(true)
  expect(await keepTurn(redis, 'note', 'dead')).toBe(true)
  await until(() => takeTurn(redis, 'note', 'alive'), 'the turn to be free', 3000)
  expect(await keepTurn(redis, 'note', 'dead')).toBe(false)
  expect(await giveTurnBack(redis, 'note', 'dead')).toBe(false)
  expect(await keepTurn(redis, 'note', 'alive')).toBe(true)
})
