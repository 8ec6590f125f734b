import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { QueryTypes } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { deadLetters } from './dead-letters.ts'
import type { DomainEvent } from './event-log.ts'
import type { HandledEvent } from './event-tables.ts'
import { onceEach } from './handled-events.ts'
import { openLog } from './log.ts'
import type { Platform, Service } from './service.ts'
import { databaseOf, removeDatabase } from './test-database.ts'
import { startServices, type TestApp, until } from './testing.ts'
import { inTransaction } from './transaction.ts'

const home = new URL('../fixtures/counter/', import.meta.url)
let running: TestApp | undefined
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-events-'))
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  await removeDatabase(folder)
  await rm(folder, { recursive: true, force: true })
})

type Effect = NonNullable<Service['consumes']>[string]
async function start(effect: Effect) {
  let platform: Platform | undefined
  const service: Service = {
    name: 'counter',
    home,
    models: () => {},
    routes: (_app, given) => {
      platform = given
    },
    consumes: { 'counter.raised': effect },
  }
  running = await startServices([service], { env: { LOG_LEVEL: 'silent', DATA_DIR: folder } })
  return platform as unknown as Platform
}
const raised = (n: number) => ({
  type: 'counter.raised',
  scopeId: 'one',
  subjectId: 'one',
  actorId: 'ann',
  audience: ['ann', 'bob'],
  data: { n },
})

test('events reach the consumer in order, with all they hold, and leave the table marked', async () => {
  const heard: DomainEvent[] = []
  const platform = await start(async (event) => void heard.push(event))
  for (let n = 0; n < 150; n += 1)
    await inTransaction(platform.db, (tx) =>
      platform.events.append(tx, raised(n), { ...raised(n), type: 'other' }),
    )
  await until(() => heard.length === 150)
  expect(heard.map(({ data }) => (data as { n: number }).n)).toEqual(Array.from({ length: 150 }, (_, n) => n))
  expect(heard[0]).toMatchObject({ ...raised(0), id: expect.any(String), at: expect.stringMatching(/Z$/) })
  await until(async () => (await platform.events.model.count({ where: { publishedAt: null } })) === 0)
})

test('what is rolled back was never announced', async () => {
  const heard: unknown[] = []
  const platform = await start(async ({ data }) => void heard.push(data))
  const failing = inTransaction(platform.db, async (tx) => {
    await platform.events.append(tx, raised(1))
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  await inTransaction(platform.db, (tx) => platform.events.append(tx, raised(2)))
  await until(() => heard.length > 0)
  expect(heard).toEqual([{ n: 2 }])
})

test('an effect that fails now and then still happens once, its half-done changes undone', async () => {
  let tries = 0
  const platform = await start(async (event, transaction, { db }) => {
    const { n } = event.data as { n: number }
    await db.query('INSERT INTO "Effects" (id, n) VALUES ($id, $n)', {
      bind: { id: event.id, n },
      transaction,
    })
    tries += 1
    if (tries % 2 === 1) throw new Error('now and then')
  })
  await inTransaction(platform.db, (tx) => platform.events.append(tx, raised(1), raised(2)))
  await until(
    async () => ((await platform.db.query('SELECT id FROM "Effects"'))[0] as unknown[]).length === 2,
  )
  expect(tries).toBe(4)
})

test('one that always fails is put aside with its reason and does not hold up the next', async () => {
  const heard: number[] = []
  const platform = await start(async () => {})
  const model = platform.db.model('CounterHandledEvents') as unknown as typeof HandledEvent
  const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
  const dead = deadLetters({ db: platform.db, redis: undefined, clock: platform.clock }, ['counter'])
  const book = { group: 'counter', db: platform.db, model, dead, clock: platform.clock, log, waits: [1, 1] }
  const consume = onceEach(book, async ({ data }) => {
    const { n } = data as { n: number }
    if (n === 1) throw new Error('poison')
    heard.push(n)
  })
  const event = (n: number) => ({ ...raised(n), id: `event-${n}`, at: new Date().toISOString() })
  for (const n of [1, 2, 2, 1, 3]) await consume([event(n)])
  expect(heard).toEqual([2, 3])
  const kept = await model.findByPk('event-1', { raw: true })
  expect(kept?.failure).toBe('poison')
})

test('eight kills in the middle lose no event and double no effect', async () => {
  const program = fileURLToPath(new URL('../fixtures/programs/consume.ts', import.meta.url))
  const total = 800
  const run = async (killAfter?: number) => {
    const child = spawn(process.execPath, [program, folder, String(total), (await databaseOf(folder)).url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    await once(child.stdout, 'data')
    const timer = killAfter && setTimeout(() => child.kill('SIGKILL'), killAfter)
    const [code] = await ended
    clearTimeout(timer)
    return code as number | null
  }
  for (let kills = 0; kills < 8; kills += 1) expect(await run(1 + Math.random() * 40)).toBe(null)
  expect(await run()).toBe(0)
  const db = await openDatabase((await databaseOf(folder)).url)
  const counts = 'SELECT COUNT(*) AS "rows", COUNT(DISTINCT n) AS numbers FROM "Effects"'
  const [all] = await db.query(counts, { type: QueryTypes.SELECT })
  await db.close()
  expect({ ...all }).toEqual({ rows: total, numbers: total })
})
