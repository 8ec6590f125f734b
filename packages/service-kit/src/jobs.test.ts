import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sequelize } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backOff } from './back-off.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { drift } from './drift.ts'
import { type JobRunner, startJobs, type Worker } from './job-runner.ts'
import { addJobTraces, addOwners, createJobs, jobsTable } from './job-table.ts'
import { type Job, Jobs } from './jobs.ts'
import { openLog } from './log.ts'
import { databaseOf, removeDatabase } from './test-database.ts'
import { TestClock, until } from './testing.ts'
import { untraced } from './tracing/tracing.ts'
import { inTransaction } from './transaction.ts'

let folder: string
let db: Sequelize
let jobs: Jobs
let runner: JobRunner | undefined
const clock = new TestClock()
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-jobs-'))
  db = await openDatabase((await databaseOf(folder)).url)
  await createJobs(db.getQueryInterface(), 'TestJobs')
  await addOwners(db.getQueryInterface(), 'TestJobs')
  await addJobTraces(db.getQueryInterface(), 'TestJobs')
  jobs = new Jobs(jobsTable(db, 'TestJobs'), clock)
})
afterEach(async () => {
  await runner?.stop()
  runner = undefined
  await db.close()
  await removeDatabase(folder)
  await rm(folder, { recursive: true, force: true })
})

const inMs = (ms: number) => new Date(clock.now().getTime() + ms)
const start = async (worker: Worker) => {
  const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
  runner = startJobs(jobs, { mail: worker }, { log, tracing: untraced }, 3_600_000)
  return runner
}

test('model and migration agree', async () => {
  expect(await drift(db)).toEqual([])
})

test('a job waits for its moment, is done once, and is gone', async () => {
  const done: unknown[] = []
  const { tick } = await start({ handle: async (job) => void done.push(job.payload) })
  await jobs.put({ queue: 'mail', runAt: inMs(60_000), payload: { to: 'ann' } })
  await tick()
  expect(done).toEqual([])
  clock.advance(60_000)
  await tick()
  await tick()
  expect(done).toEqual([{ to: 'ann' }])
  expect(await jobs.model.count()).toBe(0)
})

test('put twice under one key it is there once, at the later moment; cancelled it is not', async () => {
  await jobs.put({ queue: 'mail', key: 'a', runAt: inMs(1000), payload: 1 })
  await jobs.put({ queue: 'mail', key: 'a', runAt: inMs(5000), payload: 2 })
  await jobs.put({ queue: 'mail', key: 'b', runAt: inMs(1000), payload: 3 })
  expect(await jobs.cancel('mail', 'b')).toBe(true)
  expect(await jobs.cancel('mail', 'b')).toBe(false)
  clock.advance(1000)
  expect(await jobs.due('mail')).toBe(false)
  clock.advance(4000)
  expect((await jobs.claim('mail', 10)).map(({ payload }) => payload)).toEqual([2])
})

test('many are put and cancelled at once; what a worker holds stays as it is', async () => {
  const many = (payload: number, ms: number) =>
    Array.from({ length: 1200 }, (_, n) => ({ key: `k${n}`, runAt: inMs(ms), payload }))
  await jobs.put({ queue: 'mail', key: 'k7', runAt: inMs(0), payload: 'held' })
  const [held] = await jobs.claim('mail', 1)
  await inTransaction(db, (tx) => jobs.putAll('mail', many(1, 5000), tx))
  await inTransaction(db, (tx) => jobs.putAll('mail', many(2, 1000), tx))
  expect(await jobs.model.count()).toBe(1200)
  clock.advance(1000)
  const due = await jobs.claim('mail', 2000)
  expect(due.map(({ payload }) => payload)).toEqual(Array.from({ length: 1199 }, () => 2))
  expect(await jobs.done(held as Job)).toBe(true)
  await inTransaction(db, (tx) => jobs.putAll('sms', many(3, 1000), tx))
  await inTransaction(db, (tx) =>
    jobs.cancelAll(
      'sms',
      many(0, 0).map(({ key }) => key),
      tx,
    ),
  )
  expect(await jobs.model.count()).toBe(1199)
})

test('fifty workers at once take each of two hundred jobs once', async () => {
  await inTransaction(db, async (tx) => {
    for (let n = 0; n < 200; n += 1) await jobs.put({ queue: 'mail', runAt: inMs(-n), payload: n }, tx)
  })
  const taken = await Promise.all(Array.from({ length: 50 }, () => jobs.claim('mail', 5)))
  const numbers = taken.flat().map(({ payload }) => Number(payload))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n))
})

test.each([
  ['at one moment', 0],
  ['at many moments', 1],
])('what somebody else has due in great number (%s) holds up nobody', async (_, apart) => {
  const many = (owner: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      key: `${owner}${n}`,
      owner,
      runAt: inMs(-9000 + n * apart),
      payload: owner,
    }))
  await inTransaction(db, (tx) => jobs.putAll('mail', many('ann', 700), tx))
  await inTransaction(db, (tx) => jobs.putAll('mail', many('bob', 700), tx))
  for (let n = 0; n < 10; n += 1)
    await jobs.put({ queue: 'mail', owner: `p${n}`, runAt: inMs(-n), payload: 'rare' })
  const taken: unknown[] = []
  const take = async (claims: number, most = 8) => {
    for (let n = 0; n < claims; n += 1)
      taken.push(...(await jobs.claim('mail', most)).map(({ payload }) => payload))
  }
  const count = (what: string) => taken.filter((each) => each === what).length
  await take(30)
  expect(count('rare')).toBe(10)
  expect(Math.min(count('ann'), count('bob'))).toBeGreaterThan(60)
  await jobs.put({ queue: 'mail', owner: 'late', runAt: inMs(0), payload: 'late' })
  await take(6)
  expect(count('late')).toBe(1)
  for (let before = -1; before < taken.length; ) {
    before = taken.length
    await take(6, 100)
  }
  expect([count('ann'), count('bob'), taken.length]).toEqual([700, 700, 1411])
})

test('after downtime what is longest due is done first', async () => {
  const done: unknown[] = []
  const { tick } = await start({ handle: async (job) => void done.push(job.payload), atOnce: 1 })
  for (const n of [3, 1, 4, 2]) await jobs.put({ queue: 'mail', owner: 'ann', runAt: inMs(n), payload: n })
  clock.advance(3_600_000)
  await tick()
  expect(done).toEqual([1, 2, 3, 4])
})

test('what may not go on yet waits, and that is no try', async () => {
  let allowed = 3
  const done: number[] = []
  const { tick } = await start({
    handle: async (job) => void done.push(job.attempts),
    mayGoOn: async () => allowed-- > 0,
  })
  for (let n = 0; n < 5; n += 1) await jobs.put({ queue: 'mail', runAt: inMs(0), payload: n })
  await tick()
  expect(done).toEqual([1, 1, 1])
  expect(await jobs.model.count({ where: { state: 'waiting', attempts: 0 } })).toBe(2)
  allowed = 100
  await tick()
  expect(done).toEqual([1, 1, 1, 1, 1])
})

test('a queue whose work takes long holds up no other, nor the rest of its own', async () => {
  const { promise: answer, resolve } = Promise.withResolvers<void>()
  const done: unknown[] = []
  const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
  const handle = async ({ payload }: Job) => {
    if (payload === 'slow') await answer
    done.push(payload)
  }
  runner = startJobs(
    jobs,
    { mail: { handle, atOnce: 2 }, alarm: { handle } },
    { log, tracing: untraced },
    3_600_000,
  )
  for (const payload of ['slow', 'a', 'b', 'c']) await jobs.put({ queue: 'mail', runAt: inMs(0), payload })
  const ticked = runner.tick()
  await until(async () => done.length === 3, 'the others of the queue to be done')
  await jobs.put({ queue: 'alarm', runAt: inMs(0), payload: 'alarm' })
  const again = runner.tick()
  await until(async () => done.includes('alarm'), 'the other queue to be worked on')
  expect(await jobs.model.count()).toBeLessThanOrEqual(2)
  resolve()
  await Promise.all([ticked, again])
  expect(done).toHaveLength(5)
  expect(await jobs.model.count()).toBe(0)
})

test('what is rolled back was never put', async () => {
  const failing = inTransaction(db, async (tx) => {
    await jobs.put({ queue: 'mail', key: 'a', runAt: inMs(0), payload: 1 }, tx)
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect(await jobs.model.count()).toBe(0)
})

test('a job whose worker died is done by another; the dead one’s word no longer counts', async () => {
  await jobs.put({ queue: 'mail', runAt: inMs(0), payload: 'x' })
  const [lost] = await jobs.claim('mail', 1)
  expect(await jobs.reap()).toBe(0)
  clock.advance(61_000)
  expect(await jobs.reap()).toBe(1)
  const [again] = await jobs.claim('mail', 1)
  expect(again).toMatchObject({ attempts: 2, payload: 'x' })
  expect(await jobs.done(lost as Job)).toBe(false)
  expect(await jobs.done(again as Job)).toBe(true)
})

test('what fails is tried again, ever later, and in the end kept with its reason', async () => {
  let tries = 0
  const handle = async () => {
    tries += 1
    throw new Error(`no ${tries}`)
  }
  const { tick } = await start({ handle, mostTries: 3 })
  await jobs.put({ queue: 'mail', runAt: inMs(0), payload: 'x' })
  for (let n = 0; n < 6; n += 1) {
    await tick()
    clock.advance(24 * 3_600_000)
  }
  expect(tries).toBe(3)
  expect(await jobs.model.findAll({ raw: true })).toMatchObject([
    { state: 'dead', failure: 'no 3', attempts: 3 },
  ])
})

test('the wait doubles from a quarter minute to six hours, with jitter below it', () => {
  expect([1, 2, 3, 40].map((attempts) => backOff(attempts, () => 1))).toEqual([
    15_000, 30_000, 60_000, 21_600_000,
  ])
  expect(backOff(2, () => 0)).toBe(15_000)
})
