import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Person, register } from '../tests/support/person.ts'
import { freePort, remove, startServer } from '../tests/support/server.ts'
import { end, type Figure, untilAnswer } from './measure.ts'

const requests = 200
const everything = 1_000_000
/** Of a person who has 10,000 tasks; the rest is everybody else's. */
const own = { lists: 20, tasks: 500 }
const others = { lists: 20 }

const pages: Record<string, string> = {
  'list of 50': 'listId=LIST&sort=order',
  'list of 50, smart': 'listId=LIST',
  'query today': 'filter=today',
  'query #List': `filter=${encodeURIComponent('#"List 3"')}`,
  'query (today | overdue) & #List': `filter=${encodeURIComponent('(today | overdue) & #"List 3"')}`,
  'query overdue & p1': `filter=${encodeURIComponent('overdue & p1')}`,
  'query @label, today': `filter=${encodeURIComponent('@errand, today')}`,
  'query search: word': `filter=${encodeURIComponent('search: water')}`,
}

/** What pages of tasks cost a server that keeps a million, beside a program that only reads and sends 50 of a list. */
export async function serverReads(): Promise<Figure[]> {
  const server = await startServer({ file: true })
  try {
    const [ada, bob] = [await register(server.url), await register(server.url)]
    const [mine, theirs] = [await makeLists(ada, own.lists), await makeLists(bob, others.lists)]
    const names = await readdir(server.data)
    const file = join(server.data, names.find((name) => /\.(db|sqlite)$/.test(name)) ?? 'doable.db')
    fill(file, mine, theirs)
    const port = await freePort()
    const [list = ''] = mine
    const command = [process.execPath, join(import.meta.dirname, 'floor/tasks.mjs'), String(port), file, list]
    const floor = await untilAnswer(command, `http://127.0.0.1:${port}/`)
    const least = await costOf(floor.child.pid ?? 0, () => fetch(`http://127.0.0.1:${port}/`))
    await end(floor.child)
    const figures: Figure[] = []
    for (const [name, query] of Object.entries(pages)) {
      const path = `/api/tasks?limit=50&${query.replace('LIST', list)}`
      const value = await costOf(server.process.pid ?? 0, () => ada.call('GET', path))
      figures.push({ name: `CPU of a page among 1,000,000 tasks: ${name}`, value, unit: 'ms', floor: least })
    }
    return figures
  } finally {
    await server.stop()
    await remove(server.data)
  }
}

async function makeLists(person: Person, many: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < many; n++) {
    const answer = await person.call('POST', '/api/lists', { name: `List ${n}` })
    ids.push(((await answer.json()) as { id: string }).id)
  }
  return ids
}

/** Straight into the file: through the API a million takes an hour. */
function fill(file: string, mine: string[], theirs: string[]): void {
  const db = new DatabaseSync(file)
  const each = Math.floor((everything - mine.length * own.tasks) / theirs.length)
  const add = db.prepare(`
    WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < $many - 1)
    INSERT INTO Tasks (id, listId, title, titleKey, notes, priority, dueOn, position, completedAt, createdBy, createdAt, updatedAt, version)
    SELECT printf('0195a000-%04x-7000-8000-%012x', $at, n), $listId, 'water plant ' || n, 'water plant ' || n, 'notes ' || n,
      1 + n % 4, CASE WHEN n % 3 THEN date('now', (n % 60 - 10) || ' days') END, printf('a%07dm', n),
      CASE WHEN n % 4 = 0 THEN '2026-01-01 00:00:00.000 +00:00' END, $listId, '2026-01-01 00:00:00.000 +00:00',
      '2026-01-01 00:00:00.000 +00:00', 1 FROM n`)
  db.exec('BEGIN IMMEDIATE')
  for (const [at, listId] of mine.entries()) add.run({ at, listId, many: own.tasks })
  for (const [at, listId] of theirs.entries()) add.run({ at: at + 1000, listId, many: each })
  db.exec(`INSERT INTO TaskLabels (taskId, folded, label, labelKey, place)
    SELECT id, 'errand', 'errand', 'errand', 0 FROM Tasks WHERE title LIKE '%7'`)
  db.exec('COMMIT')
  db.close()
}

/** Milliseconds of CPU for one request, in the process that answers (Linux). */
async function costOf(pid: number, ask: () => Promise<Response>): Promise<number> {
  const once = async () => {
    const answer = await ask()
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`a page was answered ${answer.status}`)
  }
  for (let n = 0; n < 30; n++) await once()
  const before = busy(pid)
  for (let n = 0; n < requests; n++) await once()
  return (busy(pid) - before) / requests
}

/** Milliseconds for which a process has been at work; the kernel counts in hundredths of a second. */
function busy(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
