import { hash } from 'node:crypto'
import type { Clock } from './clock.ts'
import { forgetAfterMs, type LimitOptions, type Limits, type Try } from './limits.ts'
import { tooMany } from './problem.ts'
import type { RedisClient } from './redis.ts'
import { redisScript } from './redis-script.ts'

/**
 * Looks at all keys before it counts any. Answers how many milliseconds are to be waited. A state that a clock now set
 * back has left behind is moved to that clock, as in MemoryLimits.
 */
const attempt = redisScript(`
  local now, forget, first, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  local function keep(key, failures, last, openAt)
    redis.call('HSET', key, 'failures', failures, 'last', last, 'openAt', openAt)
    redis.call('PEXPIRE', key, math.max(forget, openAt - last))
  end
  local known, longest = {}, 0
  for i, key in ipairs(KEYS) do
    local found = redis.call('HMGET', key, 'failures', 'last', 'openAt')
    local failures, last, openAt = tonumber(found[1]), tonumber(found[2]), tonumber(found[3])
    if last and last > now then
      openAt = openAt > 0 and now + openAt - last or 0
      last = now
      keep(key, failures, last, openAt)
    end
    known[i] = last and now - last < forget and failures or 0
    longest = math.max(longest, (openAt or 0) - now)
  end
  if longest > 0 then return longest end
  for i, key in ipairs(KEYS) do
    local failures, free = known[i] + 1, tonumber(ARGV[4 + i])
    local wait = failures < free and 0 or math.min(first * 2 ^ math.min(failures - free, 20), most)
    keep(key, failures, now, now + wait)
  end
  return 0
`)

const forgive = redisScript(`
  local failures = tonumber(redis.call('HGET', KEYS[1], 'failures'))
  if not failures then return end
  if failures <= 1 then redis.call('DEL', KEYS[1])
  else redis.call('HSET', KEYS[1], 'failures', failures - 1, 'openAt', 0) end
`)

/** Answers how many milliseconds are to be waited. */
const count = redisScript(`
  local now, most, per = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  local found = redis.call('HMGET', KEYS[1], 'count', 'endsAt')
  local used, endsAt = tonumber(found[1]), tonumber(found[2])
  if not endsAt or endsAt <= now or endsAt > now + per then used, endsAt = 0, now + per end
  if used >= most then return endsAt - now end
  redis.call('HSET', KEYS[1], 'count', used + 1, 'endsAt', endsAt)
  redis.call('PEXPIRE', KEYS[1], endsAt - now)
  return 0
`)

/** A key holds somebody's address; what a dump of Redis shows is not that. */
const place = (kind: 'tries' | 'counts', key: string) =>
  `doable:{limits}:${kind}:${hash('sha256', key, 'base64url')}`

/** Limits that all processes on one Redis share. The time is that of the process that asks. */
export class RedisLimits implements Limits {
  readonly #redis: RedisClient
  readonly #clock: Clock
  readonly #options: LimitOptions
  constructor(redis: RedisClient, clock: Clock, options: LimitOptions) {
    this.#redis = redis
    this.#clock = clock
    this.#options = options
  }

  async attempt(...tries: Try[]): Promise<void> {
    const { signInTries, signInWait, signInMaxWait } = this.#options
    const keys = tries.map(({ key }) => place('tries', key))
    const rules = [forgetAfterMs, signInWait * 1000, signInMaxWait * 1000]
    const free = tries.map((one) => one.free ?? signInTries)
    refuse(await attempt(this.#redis, keys, [this.#now, ...rules, ...free]))
  }

  async clear(key: string): Promise<void> {
    await this.#redis.del(place('tries', key))
  }

  async forgive(key: string): Promise<void> {
    await forgive(this.#redis, [place('tries', key)], [])
  }

  async count(key: string, most: number, perMs: number): Promise<void> {
    refuse(await count(this.#redis, [place('counts', key)], [this.#now, most, perMs]))
  }

  get #now() {
    return this.#clock.now().getTime()
  }
}

function refuse(waitMs: unknown): void {
  if (Number(waitMs) > 0) throw tooMany(Math.ceil(Number(waitMs) / 1000))
}
