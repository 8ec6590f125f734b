import type { Sequelize } from 'sequelize'
import type { Clock } from './clock.ts'
import type { DeadLetters } from './dead-letter.ts'
import { DeadLetterRows } from './dead-letter-rows.ts'
import { DeadLetterStream } from './dead-letter-stream.ts'
import type { RedisClient } from './redis.ts'

type Ground = { db: Sequelize; redis: RedisClient | undefined; clock: Clock }

/**
 * What was put aside, of which `dead-letter.ts` tells the shape. A command for either mode needs only an open database
 * and, where REDIS_URL is set, a connection: `const dead = deadLetters({ db, redis, clock }, names)`, then
 * `await dead.list(group?)`, `await dead.replay(group, eventId)`, `await dead.discard(group, eventId)`.
 * @param services the names of all services whose tables are in this database: `['user', 'task', 'notification']`
 */
export const deadLetters = ({ db, redis, clock }: Ground, services: string[]): DeadLetters =>
  redis ? new DeadLetterStream(redis) : new DeadLetterRows(db, clock, services)
