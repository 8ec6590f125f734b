import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { until } from '../tests/fleet/fleet.ts'
import { type Person, register } from '../tests/support/person.ts'
import { remove, startServer } from '../tests/support/server.ts'
import { busy } from './cpu.ts'
import { type Figure, quantile } from './measure.ts'

const minute = 60_000
const waiting = 1_000_000
const perSecond = 200
const seconds = 30
const people = 20
const each = (perSecond * seconds) / people

/** How late reminders are told of which 200 fall due in a second, while a million others wait. */
export async function lateness(): Promise<Figure[]> {
  const server = await startServer({ file: true, env: { NODE_ENV: 'production' } })
  const file = `${server.data}/doable.db`
  const { pid = 0 } = server.process
  try {
    const due = Math.ceil(Date.now() / minute + 1) * minute
    const all: Person[] = []
    for (let n = 0; n < people; n += 1) all.push(await register(server.url))
    await Promise.all(all.map((person) => remind(person, new Date(due))))
    await until(() => planned(file) === people * each)
    const moments = spread(file, due + 5_000)
    const before = busy(pid)
    const told = await toldOf(file, moments)
    const cost = (busy(pid) - before) / told.length
    const late = told.map(({ taskId, at }) => at - (moments.get(taskId) ?? Number.NaN))
    const name = `lateness of a reminder at ${perSecond} a second, among ${waiting.toLocaleString('en')}`
    const part = (title: string, value: number): Figure => ({ name: `${name}, ${title}`, value, unit: 'ms' })
    return [
      part('p50', quantile(late, 0.5)),
      { ...part('p99', quantile(late, 0.99)), goal: '1000' },
      part('most', Math.max(...late)),
      { ...part('CPU of each', cost), goal: `${1000 / perSecond}` },
    ]
  } finally {
    await server.stop()
    await remove(server.data)
  }
}

/** Through the door: tasks of a person with a reminder each. */
async function remind(person: Person, due: Date): Promise<void> {
  const [on, time = ''] = due.toISOString().split('T')
  const reminders = [{ kind: 'at', on, time: time.slice(0, 5), timeZone: 'UTC' }]
  for (let n = 0; n < each; n += 50) {
    const operations = Array.from({ length: Math.min(50, each - n) }, () => {
      const head = { id: randomUUID(), at: new Date().toISOString(), type: 'task.create' }
      return { ...head, subjectId: randomUUID(), fields: { title: 'Water the plants', reminders } }
    })
    const answer = await person.call('POST', '/api/sync/push', { operations })
    if (!answer.ok) throw new Error(`a push was answered ${answer.status}: ${await answer.text()}`)
  }
}

function planned(file: string): number {
  const db = new DatabaseSync(file, { timeout: 30_000 })
  const { n } = db.prepare(`SELECT COUNT(*) AS n FROM NotificationJobs WHERE queue = 'alarm'`).get() ?? {}
  db.close()
  return Number(n)
}

const written = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', ' +00:00')

/**
 * Moments of reminders are full minutes: straight in the file those of the jobs are spread over the seconds after, and a
 * million of later years join them. Answers the moment of each task.
 */
function spread(file: string, least: number): Map<string, number> {
  const db = new DatabaseSync(file, { timeout: 30_000 })
  db.exec('BEGIN IMMEDIATE')
  const rows = db.prepare(`SELECT id, payload FROM NotificationJobs WHERE queue = 'alarm'`).all()
  db.exec(`
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${waiting})
    INSERT INTO NotificationJobs (id, queue, dedupeKey, owner, state, runAt, attempts, payload, createdAt)
    SELECT printf('0195a000-0000-7000-8000-%012x', n), 'alarm', 'waiting' || n, 'person' || n % 1000, 'waiting',
      strftime('%Y-%m-%d %H:%M:%f +00:00', '2101-01-01', (n * 31) || ' seconds'), 0, '{}', '${written(least)}' FROM n`)
  const move = db.prepare('UPDATE NotificationJobs SET runAt = ? WHERE id = ?')
  const from = Math.max(least, Date.now() + 5_000)
  const moments = new Map<string, number>()
  for (const [n, { id, payload }] of rows.entries()) {
    const at = from + Math.floor((n * 1000) / perSecond)
    move.run(written(at), id ?? '')
    moments.set(JSON.parse(String(payload)).taskId, at)
  }
  db.exec('COMMIT')
  db.close()
  return moments
}

/** When each was told, once all are. */
async function toldOf(file: string, moments: Map<string, number>) {
  const db = new DatabaseSync(file, { timeout: 30_000, readOnly: true })
  try {
    const count = db.prepare('SELECT COUNT(*) AS n FROM Notifications')
    await until(async () => {
      await wait(1_000)
      return Number(count.get()?.n) >= moments.size
    }, seconds + 180)
    const rows = db.prepare('SELECT taskId, createdAt FROM Notifications').all()
    return rows.map(({ taskId, createdAt }) => ({
      taskId: String(taskId),
      at: readInstant(String(createdAt)),
    }))
  } finally {
    db.close()
  }
}

const readInstant = (text: string) => Date.parse(text.replace(' +00:00', 'Z').replace(' ', 'T'))
