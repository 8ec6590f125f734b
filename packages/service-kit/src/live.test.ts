import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { liveConform } from '../fixtures/live.conformance.ts'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'
import { MemoryLive } from './memory-live.ts'
import { openRedis, type RedisClient } from './redis.ts'
import { RedisLive } from './redis-live.ts'
import { until } from './testing.ts'

const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))

describe('in one process', () => {
  const one = new MemoryLive()
  liveConform(async () => one)
})

describe('through Redis', () => {
  let server: RedisServer
  let commands: RedisClient
  beforeAll(async () => {
    server = await startRedis()
    commands = await openRedis(server.url, log)
  })
  afterAll(async () => {
    commands.disconnect()
    await server.stop()
  })
  const open = async () =>
    RedisLive.open({ commands, subscriber: await openRedis(server.url, log, 'blocking'), log })
  liveConform(open)

  const listener = (live: RedisLive) => {
    const said = { heard: [] as unknown[], missed: 0 }
    live.subscribe('ann', {
      hear: (message) => said.heard.push(message),
      missed: () => {
        said.missed += 1
      },
    })
    return said
  }

  test('Redis that was away: nothing fails, listeners know that they missed something, and all is heard again', async () => {
    const [one, other] = [await open(), await open()]
    const said = listener(one)
    await server.kill()
    other.publish(['ann'], 'lost')
    await server.start()
    await until(() => said.missed === 1, 'the line to be back')
    await until(() => {
      other.publish(['ann'], 'back')
      return said.heard.includes('back')
    }, 'news to come again')
    expect(said.heard).not.toContain('lost')
    expect(said.missed).toBe(1)
    one.close()
    other.close()
  })

  test('what somebody wrote there by hand harms nobody', async () => {
    const live = await open()
    const said = listener(live)
    for (const text of ['', 'x', 'null', '7', '{"to":[]}', '{"to":7}'])
      await commands.publish('doable:live', text)
    live.publish(['ann'], 'news')
    await until(() => said.heard.includes('news'), 'the news')
    expect(said.heard).toEqual(['news'])
    live.close()
  })

  test('a line that broke alone comes back', async () => {
    const live = await open()
    const said = listener(live)
    await commands.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
    await until(() => said.missed === 1, 'the line to be back')
    live.publish(['ann'], 'back')
    await until(() => said.heard.includes('back'), 'news to come again')
    live.close()
  })
})
