import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Sequelize } from 'sequelize'
import type { Clock } from './clock.ts'
import { readConfig } from './config.ts'
import { build, type Overrides, type Service } from './service.ts'

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
 * The services on a database file of their own, migrated and ready for `app.inject`.
 * One at a time per test file: models belong to the connection that was opened last.
 * @param env settings that differ, such as `{ SESSION_IDLE_DAYS: '1' }`
 */
export async function startServices(
  services: Service[],
  { env = {}, ...overrides }: Overrides & { env?: Record<string, string> } = {},
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'doable-'))
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    ...(process.env.TEST_DATABASE_URL && {
      DATABASE_URL: `${process.env.TEST_DATABASE_URL}_${dataDir.slice(-6)}`,
    }),
    ...env,
  })
  const app = await build(services, config, overrides)
  await app.ready()
  const stop = async () => {
    await app.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { app, dataDir, statements: statementsOf(app.db), stop }
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
