import { randomUUID } from 'node:crypto'
import { openDatabase } from '@doable/service-kit/database'
import { jobsTable } from '@doable/service-kit/job-table'
import { databaseOf } from '@doable/service-kit/test-database'
import { remove, type Server, startServer } from '../support/server.ts'
import { test as base } from './fixtures.ts'

type GiveUp = (queue: string, count: number) => Promise<void>
/** Doable of its own for a file of tests, so that who comes first administers it, and a way to have it give up. */
export const ownHouse = () =>
  base.extend<{ giveUp: GiveUp }, { house: Server; site: string }>({
    house: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
      async ({}, use) => {
        const server = await startServer()
        await use(server)
        await server.stop()
        await remove(server.data)
      },
      { scope: 'worker', timeout: 120_000 },
    ],
    site: [async ({ house }, use) => use(`http://localhost:${house.port}`), { scope: 'worker' }],
    giveUp: async ({ house }, use) => {
      const db = await openDatabase((await databaseOf(house.data)).url)
      const jobs = jobsTable(db, 'NotificationJobs')
      await use(async (queue, count) => {
        const at = new Date()
        const job = {
          queue,
          state: 'dead',
          owner: randomUUID(),
          runAt: at,
          createdAt: at,
          attempts: 16,
          payload: '{}',
        }
        const failure = '451 4.7.1 Greylisting in action, please come back later'
        await jobs.bulkCreate(Array.from({ length: count }, () => ({ ...job, id: randomUUID(), failure })))
      })
      await db.close()
    },
  })
