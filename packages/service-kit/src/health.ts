import type { FastifyInstance } from 'fastify'
import type { Sequelize } from 'sequelize'
import { away } from './problem.ts'
import type { RedisClient } from './redis.ts'

type Needs = { db: Sequelize; redis: RedisClient | undefined }

/** Whether the process lives, and whether it can do its work: what its supervisor and its balancer ask. */
export function health(app: FastifyInstance, { db, redis }: Needs, services: string[]): void {
  let leaving = false
  app.addHook('preClose', async () => {
    leaving = true
  })
  app.get('/health/live', async () => ({ live: true }))
  app.get('/health/ready', async () => {
    if (leaving) throw away('leaving', 'This process is being stopped.')
    await db.query('SELECT 1 AS one').catch(() => {
      throw away('database-away', 'The database does not answer.')
    })
    await redis?.ping().catch(() => {
      throw away('redis-away', 'Redis does not answer.')
    })
    return { ready: true, services }
  })
}
