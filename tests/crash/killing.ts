import { randomInt } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { startRedis } from '@doable/service-kit/fixtures/redis-server'
import { HurriedWorker } from './workers.ts'

export type Pace = {
  /** How much faster than the world's the clock of the workers goes. */
  speed: number
  /** About so often one of them is killed. */
  killEveryMs: number
  /** So many kills there are at most; what is left after them is done in peace. */
  mostKills: number
  /** After so long it ends, whatever waits. */
  limitSeconds: number
}
export type Ran = {
  kills: number
  cuts: number
  seconds: number
  /** What was still to be done when its time was over: not lost, but not told either. */
  waiting: number
}
type Rules = Pace & { first: number }

const fileIn = (data: string) => `${data}/doable.db`

/** Waits until so many reminders are planned. */
export async function untilPlanned(data: string, many: number): Promise<void> {
  const deadline = performance.now() + 120_000
  while (open(data) < many) {
    if (performance.now() > deadline) throw new Error(`${open(data)} of ${many} reminders were planned`)
    await wait(100)
  }
}

/** Runs two workers from shortly before `first` on their clock, and kills them until there is nothing more to do. */
export async function killing(data: string, env: Record<string, string>, rules: Rules): Promise<Ran> {
  const { first, speed, killEveryMs, mostKills, limitSeconds } = rules
  const redis = await startRedis()
  const at = Date.now()
  const hurry = { shown: first - speed * 5_000, at, speed }
  const own = { ...env, DATA_DIR: data, REDIS_URL: redis.url }
  const workers = [0, 1].map(() => new HurriedWorker(own, hurry))
  const kills = () => workers.reduce((sum, worker) => sum + worker.kills, 0)
  let cuts = 0
  try {
    for (const worker of workers) await worker.start()
    for (let n = 1; open(data) > 0 && Date.now() - at < limitSeconds * 1000; n += 1) {
      await Promise.all(workers.map((worker) => worker.ready()))
      await wait(killEveryMs / 2 + randomInt(killEveryMs))
      if (kills() >= mostKills) continue
      const victims = n % 5 === 0 ? workers : workers.slice(n % 2, (n % 2) + 1)
      await Promise.all(victims.map((worker) => worker.killed()))
      if (n % 6 === 0) await redis.kill().then(redis.start)
      if (n % 4 !== 0) continue
      await cut(data)
      cuts += 1
    }
  } finally {
    for (const worker of workers) await worker.end('SIGKILL')
    await redis.stop()
  }
  return { kills: kills(), cuts, seconds: (Date.now() - at) / 1000, waiting: open(data) }
}

/** Longer than anybody waits for a database: what is under way fails as it would without one. */
async function cut(data: string): Promise<void> {
  const db = new DatabaseSync(fileIn(data), { timeout: 30_000 })
  try {
    db.exec('BEGIN IMMEDIATE')
    await wait(6_000)
    db.exec('ROLLBACK')
  } finally {
    db.close()
  }
}

/** What is still to be told or handed over. */
function open(data: string): number {
  const db = new DatabaseSync(fileIn(data), { timeout: 30_000 })
  const jobs = db.prepare(
    `SELECT COUNT(*) AS n FROM NotificationJobs WHERE state <> 'dead' AND (queue = 'alarm' OR queue LIKE 'deliver-%')`,
  )
  const many = Number(jobs.get()?.n)
  db.close()
  return many
}
