import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Sequelize } from 'sequelize'
import { away } from './problem.ts'
import type { RedisClient } from './redis.ts'

type Needs = { db: Sequelize; redis: RedisClient | undefined }

/** A pool or a network may take many seconds to give up; whoever balances the load must know sooner. */
const patienceMs = 2_000

async function soon(answer: Promise<unknown> | undefined): Promise<void> {
  const late = Symbol('late')
  const first = await Promise.race([answer, wait(patienceMs, late, { ref: false })])
  if (first === late) throw new Error('no answer in time')
}

/** Whether the process lives, and whether it can do its work: what its supervisor and its balancer ask. */
export function health(app: FastifyInstance, { db, redis }: Needs, services: string[]): void {
  let leaving = false
  app.addHook('preClose', async () => {
    leaving = true
  })
  app.get('/health/live', async () => ({ live: true }))
  app.get('/health/ready', async () => {
    if (leaving) throw away('leaving', 'This process is being stopped.')
    await soon(db.query('SELECT 1 AS one')).catch(() => {
      throw away('database-away', 'The database does not answer.')
    })
    await soon(redis?.ping()).catch(() => {
      throw away('redis-away', 'Redis does not answer.')
    })
    return { ready: true, services }
  })
}
