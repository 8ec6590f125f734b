import { setTimeout as wait } from 'node:timers/promises'
import type { Sequelize } from 'sequelize'
import { lackingOf, type Owner } from './migrations.ts'
import type { RedisClient } from './redis.ts'

/** What a process cannot work without. */
export type Needs = { db: Sequelize; redis: RedisClient | undefined; owners: Owner[] }
/** Something that is needed and is not there; `code` names the problem document, `detail` says it to people. */
export type Lack = { name: 'database' | 'migrations' | 'redis'; code: string; detail: string }

/** A pool or a network may take many seconds to give up; whoever asks must know sooner. */
const patienceMs = 2_000

/** How many milliseconds an answer took. Rejects where there is none in time. */
export async function answerTime(ask: () => Promise<unknown>): Promise<number> {
  const late = Symbol('late')
  const since = performance.now()
  const first = await Promise.race([ask(), wait(patienceMs, late, { ref: false })])
  if (first === late) throw new Error('no answer in time')
  return performance.now() - since
}

export const askDatabase = (db: Sequelize): Promise<number> => answerTime(() => db.query('SELECT 1 AS one'))
export const askRedis = (redis: RedisClient): Promise<number> => answerTime(() => redis.ping())

/** All that is away by name, asked at the same time. */
export async function lacks({ db, redis, owners }: Needs): Promise<Lack[]> {
  const found = await Promise.all([lackOfDatabase(db, owners), redis && lackOfRedis(redis)])
  return found.filter((lack) => lack !== undefined)
}

async function lackOfDatabase(db: Sequelize, owners: Owner[]): Promise<Lack | undefined> {
  const away = { name: 'database', code: 'database-away', detail: 'The database does not answer.' } as const
  try {
    await askDatabase(db)
    let lacking: string[] = []
    await answerTime(async () => {
      lacking = await lackingOf(db, owners)
    })
    if (lacking.length === 0) return undefined
    const detail = `The database lacks ${lacking.length} migrations; "npm run db -- migrate" runs them.`
    return { name: 'migrations', code: 'migrations-missing', detail }
  } catch {
    return away
  }
}

const lackOfRedis = (redis: RedisClient): Promise<Lack | undefined> =>
  askRedis(redis).then(
    () => undefined,
    () => ({ name: 'redis', code: 'redis-away', detail: 'Redis does not answer.' }),
  )
