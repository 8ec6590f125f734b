import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { type RedisSentinel, startSentinel } from '../fixtures/redis-sentinel.ts'
import { signInAt, statusAt } from '../fixtures/sessions.conformance.ts'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'
import { openRedis } from './redis.ts'
import { RedisLive } from './redis-live.ts'
import { startServices, until } from './testing.ts'

const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
let redis: RedisSentinel
beforeEach(async () => {
  redis = await startSentinel()
})
afterEach(() => redis.stop())

test.each([
  ['dies', 'SIGKILL'],
  ['says nothing any more', 'SIGSTOP'],
] as const)('where the primary %s, the replica that takes over knows everybody', async (_, signal) => {
  const running = await startServices([noteService], { env: { REDIS_URL: redis.url } })
  const commands = await openRedis(redis.url, log)
  const subscriber = await openRedis(redis.url, log, 'blocking')
  const live = await RedisLive.open({ commands, subscriber, log })
  try {
    const heard: unknown[] = []
    let missed = 0
    live.subscribe('ann', { hear: (message) => heard.push(message), missed: () => (missed += 1) })
    const { secret } = await signInAt(running)
    expect(await commands.wait(1, 30_000)).toBe(1)
    process.kill(redis.primary.pid(), signal)
    const answers = new Set<number>()
    const answered = async () => {
      const status = await statusAt(running, secret)
      answers.add(status)
      return status === 200 && answers.size > 1
    }
    await until(answered, 'the replica to take over', 6_000)
    expect([...answers].sort()).toEqual([200, 503])
    expect(await statusAt(running, (await signInAt(running)).secret)).toBe(200)
    await until(() => missed > 0, 'live news to follow', 6_000)
    live.publish(['ann'], 'news')
    await until(() => heard.includes('news'), 'the news', 3_000)
  } finally {
    live.close()
    commands.disconnect()
    await running.stop()
  }
})
