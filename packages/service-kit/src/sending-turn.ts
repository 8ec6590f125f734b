import type { RedisClient } from './redis.ts'
import { redisScript } from './redis-script.ts'

/** A sender that died has its turn taken from it after this long. */
const turnMs = 4_000

/** Whoever cannot have the turn leaves word that there is more to send. */
const take = redisScript(`
  if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then redis.call('DEL', KEYS[2]) return 1 end
  redis.call('SET', KEYS[2], 1, 'PX', 10 * ARGV[2])
  return 0
`)

const keep = redisScript(`
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`)

/** Answers whether somebody left word meanwhile. */
const giveBack = redisScript(`
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call('DEL', KEYS[1])
  return redis.call('DEL', KEYS[2])
`)

const keys = (service: string) => [`doable:{events}:sender:${service}`, `doable:{events}:more:${service}`]

/**
 * Of all replicas of a service one sends at a time. It is a matter of order and of work not done twice, not of
 * correctness: two senders send the same rows in the same order, and consumers know what they have had.
 */
export const takeTurn = async (redis: RedisClient, service: string, token: string): Promise<boolean> =>
  (await take(redis, keys(service), [token, turnMs])) === 1

/** Answers false where it took too long and another may be sending. */
export const keepTurn = async (redis: RedisClient, service: string, token: string): Promise<boolean> =>
  (await keep(redis, keys(service), [token, turnMs])) === 1

/** Answers whether another left word that there is more to send. */
export const giveTurnBack = async (redis: RedisClient, service: string, token: string): Promise<boolean> =>
  (await giveBack(redis, keys(service), [token])) === 1
