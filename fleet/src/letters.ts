import { existsSync } from 'node:fs'
import { processClock } from '@doable/service-kit/clock'
import { readConfig } from '@doable/service-kit/config'
import { dialectFor, openDatabase } from '@doable/service-kit/database'
import type { DeadLetters } from '@doable/service-kit/dead-letter'
import { DeadLetterStream } from '@doable/service-kit/dead-letter-stream'
import { deadLetters } from '@doable/service-kit/dead-letters'
import { openLog } from '@doable/service-kit/log'
import { openRedis } from '@doable/service-kit/redis'
import { ask } from './control.ts'
import type { Plan } from './plan.ts'
import { serviceNames } from './replica.ts'
import { Sorry } from './sorry.ts'

/**
 * What was put aside, where the services of a plan keep it: on the Redis that REDIS_URL names, on that of the fleet in the
 * plan's folder, or, where there never was a fleet, in the database of the one process.
 * @throws Sorry, BadSetting, RedisUnreachable
 */
export async function withLetters<T>(plan: Plan, work: (letters: DeadLetters) => Promise<T>): Promise<T> {
  const url = await redisOf(plan)
  return url ? inRedis(plan, url, work) : inDatabase(plan, work)
}

async function inRedis<T>(
  { env }: Plan,
  url: string,
  work: (letters: DeadLetters) => Promise<T>,
): Promise<T> {
  const log = await openLog({ ...readConfig(env), logLevel: 'silent' })
  const redis = await openRedis(url, log)
  return work(new DeadLetterStream(redis)).finally(() => redis.disconnect())
}

async function inDatabase<T>({ env, folder }: Plan, work: (letters: DeadLetters) => Promise<T>): Promise<T> {
  const config = readConfig(env)
  const dialect = dialectFor(config.databaseUrl)
  const place = dialect.place(config.databaseUrl)
  if (existsSync(folder.path) || (dialect.name === 'sqlite' && !existsSync(place)))
    throw new Sorry(`No fleet runs in ${folder.path}; REDIS_URL names the Redis of one that runs elsewhere.`)
  const db = await openDatabase(config.databaseUrl, config)
  const letters = deadLetters({ db, redis: undefined, clock: processClock }, [...serviceNames])
  return work(letters).finally(() => db.close())
}

async function redisOf({ env, folder }: Plan): Promise<string | undefined> {
  let url = env.REDIS_URL
  if (url) return url
  await ask(folder.socket, ['redis'], (line) => {
    url = line
  })
  return url
}
