import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Sequelize } from 'sequelize'
import type { Clock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrations.ts'
import { build, type Overrides, type Service } from './service.ts'
import { databaseOf, removeDatabase } from './test-database.ts'

/** A clock that tests move by hand. */
export class TestClock implements Clock {
  #now: number
  constructor(start: string | Date = '2026-11-22T12:00:00.000Z') {
    this.#now = new Date(start).getTime()
  }
  now(): Date {
    return new Date(this.#now)
  }
  set(to: string | Date): void {
    this.#now = new Date(to).getTime()
  }
  advance(ms: number): void {
    this.#now += ms
  }
}

export type TestApp = {
  app: FastifyInstance
  dataDir: string
  /** The SQL that a piece of work runs, for a budget per endpoint; what others run meanwhile is left out. */
  statements(work: () => PromiseLike<unknown>): Promise<string[]>
  stop(): Promise<void>
}

/**
 * The services on a database of their own, migrated and ready for `app.inject`.
 * One at a time per test file: models belong to the connection that was opened last.
 * @param env settings that differ, such as `{ SESSION_IDLE_DAYS: '1' }`; with a DATA_DIR it is the database of that folder
 */
export async function startServices(
  services: Service[],
  { env = {}, ...overrides }: Overrides & { env?: Record<string, string> } = {},
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'doable-'))
  const { url } = await databaseOf(env.DATA_DIR ?? dataDir)
  const own = { NODE_ENV: 'test', LOG_LEVEL: 'error', DATA_DIR: dataDir, DATABASE_URL: url }
  const remove = async () => {
    if (!env.DATA_DIR) await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    const app = await startedApp(services, readConfig({ ...own, ...env }), overrides)
    const stop = () => app.close().finally(remove)
    return { app, dataDir, statements: statementsOf(app.db), stop }
  } catch (error) {
    await remove()
    throw error
  }
}

async function startedApp(services: Service[], config: Config, overrides: Overrides) {
  if (config.redisUrl) await migrateFirst(services, config)
  const app = await build(services, config, overrides)
  await app.ready()
  return app
}

/** What `npm run db -- migrate` does for a fleet. */
async function migrateFirst(services: Service[], config: Config): Promise<void> {
  const db = await openDatabase(config.databaseUrl, config)
  for (const service of services) service.models(db)
  await migrate(db, services).finally(() => db.close())
}

function statementsOf(db: Sequelize): TestApp['statements'] {
  const counting = new AsyncLocalStorage<string[]>()
  // Not in Sequelize's types, though its documentation names it.
  const { options } = db as unknown as { options: { logging: (sql: string) => void } }
  options.logging = (sql) => void counting.getStore()?.push(sql)
  return async (work) => {
    const run: string[] = []
    await counting.run(run, async () => work())
    return run
  }
}

/** Waits until `holds` answers true, looking again and again; what runs in the background has no other sign. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what = 'the condition',
  looks = 500,
): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`${what} did not come true`)
}
