import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '@doable/service-kit/database'
import { addJobTraces, addOwners, createJobs, jobsTable } from '@doable/service-kit/job-table'
import { Jobs } from '@doable/service-kit/jobs'
import { inTransaction } from '@doable/service-kit/transaction'
import { type Figure, median } from './measure.ts'

type Database = Awaited<ReturnType<typeof openDatabase>>

const waiting = 1_000_000
const batch = 500
const people = 1000
const rounds = 20
const queue = 'alarm'

let now = new Date('2026-06-01T10:00:00.000Z')
const clock = { now: () => now }
const later = (ms: number) => new Date(now.getTime() + ms)

/** What reminders cost in a database in which a million wait, beside prepared statements that do nothing else. */
export async function jobs(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'doable-bench-'))
  const file = join(folder, 'doable.db')
  const db = await openDatabase(`sqlite:${file}`)
  try {
    await createJobs(db.getQueryInterface(), 'BenchJobs')
    await addOwners(db.getQueryInterface(), 'BenchJobs')
    await addJobTraces(db.getQueryInterface(), 'BenchJobs')
    fill(file)
    const all = new Jobs(jobsTable(db, 'BenchJobs'), clock)
    const floor = floorOf(file)
    const figures = [
      await idle(all, floor.idle),
      ...(await putting(db, all, floor.insert)),
      await finishing(all, floor.finish),
    ]
    return [...figures, await fairness(db, all)]
  } finally {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Straight into the file: a million reminders of a year to come. */
function fill(file: string): void {
  const db = new DatabaseSync(file)
  db.exec(`
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${waiting})
    INSERT INTO BenchJobs (id, queue, dedupeKey, owner, state, runAt, attempts, payload, createdAt)
    SELECT printf('0195a000-0000-7000-8000-%012x', n), '${queue}', 'waiting' || n, 'person' || n % ${people}, 'waiting',
      strftime('%Y-%m-%d %H:%M:%f +00:00', '2026-07-01', (n * 31) || ' seconds'), 0, '{"taskId":"' || n || '"}',
      '2026-06-01 10:00:00.000 +00:00' FROM n`)
  db.close()
}

/** The same on prepared statements, in milliseconds: a look for what is due, a row put, a row taken and deleted. */
function floorOf(file: string): { idle: number; insert: number; finish: number } {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA synchronous=NORMAL')
  const look = db.prepare(
    `SELECT runAt FROM BenchJobs WHERE queue = ? AND state = 'waiting' AND runAt <= ? ORDER BY runAt LIMIT 1`,
  )
  const insert = db.prepare(
    `INSERT INTO BenchJobs (id, queue, dedupeKey, owner, state, runAt, attempts, payload, createdAt)
     VALUES (?, ?, ?, ?, 'waiting', ?, 0, '{}', ?)`,
  )
  const take = db.prepare(`UPDATE BenchJobs SET state = 'claimed', lease = ?, leaseUntil = ? WHERE id = ?`)
  const drop = db.prepare('DELETE FROM BenchJobs WHERE id = ?')
  const at = now.toISOString().replace('T', ' ').replace('Z', ' +00:00')
  const each = (count: number, work: (n: number) => unknown) => {
    const before = process.cpuUsage()
    db.exec('BEGIN IMMEDIATE')
    for (let n = 0; n < count; n++) work(n)
    db.exec('COMMIT')
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / count
  }
  const times = {
    idle: each(1000, () => look.all(queue, at)),
    insert: each(10_000, (n) => insert.run(`floor${n}`, 'floor', `floor${n}`, `person${n % people}`, at, at)),
    finish: each(10_000, (n) => {
      take.run('lease', at, `floor${n}`)
      drop.run(`floor${n}`)
    }),
  }
  db.close()
  return times
}

/** Milliseconds of CPU of this process. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function idle(all: Jobs, floor: number): Promise<Figure> {
  const polls = 500
  const value = await cpuOf(async () => {
    for (let n = 0; n < polls; n++) {
      await all.reap()
      if (await all.due(queue)) throw new Error('nothing should be due')
    }
  })
  const name = 'CPU of a poll while 1,000,000 jobs wait'
  return { name, value: value / polls, unit: 'ms', floor, goal: '1' }
}

const some = (round: number, ms: number) =>
  Array.from({ length: batch }, (_, n) => ({
    key: `bench${round}-${n}`,
    owner: `person${n % people}`,
    runAt: later(ms + n),
    payload: { taskId: n },
  }))

async function putting(db: Database, all: Jobs, floor: number): Promise<Figure[]> {
  const put = (round: number, ms: number) =>
    cpuOf(() => inTransaction(db, (tx) => all.putAll(queue, some(round, ms), tx)))
  const inserts: number[] = []
  const moves: number[] = []
  for (let round = 0; round < rounds; round++) inserts.push((await put(round, 1000)) / batch)
  for (let round = 0; round < rounds; round++) moves.push((await put(round, 0)) / batch)
  const figure = (name: string, values: number[]): Figure => ({
    name,
    value: median(values) * 1000,
    unit: 'us',
    floor: floor * 1000,
    goal: '100',
  })
  return [
    figure(`CPU of putting a job, ${batch} at once, among 1,000,000`, inserts),
    figure(`CPU of moving a job, ${batch} at once, among 1,000,000`, moves),
  ]
}

/** What was put before is due now. */
async function finishing(all: Jobs, floor: number): Promise<Figure> {
  now = later(60_000)
  let count = 0
  const cpu = await cpuOf(async () => {
    for (let claimed = await all.claim(queue, batch); claimed.length > 0; ) {
      await all.doneAll(claimed)
      count += claimed.length
      claimed = await all.claim(queue, batch)
    }
  })
  if (count !== rounds * batch) throw new Error(`${count} jobs were done`)
  const name = `jobs claimed and done on a core, ${batch} at once, among 1,000,000`
  return { name, value: (count / cpu) * 1000, unit: '/s', floor: 1000 / floor, goal: '5000' }
}

/** One person has 100,000 due; another's job comes after all of them. */
async function fairness(db: Database, all: Jobs): Promise<Figure> {
  const flood = 100_000
  for (let round = 0; round * batch < flood; round++) {
    const own = some(rounds + round, -3_600_000).map((job) => ({ ...job, owner: 'greedy' }))
    await inTransaction(db, (tx) => all.putAll(queue, own, tx))
  }
  await all.put({ queue, key: 'other', owner: 'other', runAt: now, payload: {} })
  const cpu = await cpuOf(async () => {
    for (let found = false; !found; ) {
      const claimed = await all.claim(queue, 64)
      if (claimed.length === 0) throw new Error('the other job was never claimed')
      found = claimed.some(({ owner }) => owner === 'other')
      await all.doneAll(claimed)
    }
  })
  return {
    name: 'CPU until a job is done behind 100,000 of another person',
    value: cpu,
    unit: 'ms',
    goal: '1000',
  }
}
