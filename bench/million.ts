import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Person } from '../tests/support/person.ts'

const everything = 1_000_000
/** Of a person who has 10,000 tasks; the rest is everybody else's. */
const own = { lists: 20, tasks: 500 }
const others = { lists: 20 }

export const fileIn = (data: string): string => join(data, 'doable.db')

/** Gives two people lists, and the lists a million tasks between them. Answers the ids of the first one's lists. */
export async function fillMillion(file: string, ada: Person, bob: Person): Promise<string[]> {
  const [mine, theirs] = [await makeLists(ada, own.lists), await makeLists(bob, others.lists)]
  fill(file, mine, theirs)
  return mine
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
  const db = new DatabaseSync(file, { timeout: 5000 })
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

/** Changes so many tasks of a list, each in a version of its own, without going through the server. */
export function changeSome(file: string, listId: string, many: number): void {
  const db = new DatabaseSync(file, { timeout: 5000 })
  db.exec('BEGIN IMMEDIATE')
  db.prepare(`UPDATE Tasks SET version = (SELECT version FROM Lists WHERE id = $listId) + (SELECT COUNT(*) FROM Tasks o WHERE o.listId = Tasks.listId AND o.position <= Tasks.position)
    WHERE listId = $listId AND id IN (SELECT id FROM Tasks WHERE listId = $listId ORDER BY position LIMIT $many)`).run(
    {
      listId,
      many,
    },
  )
  db.prepare('UPDATE Lists SET version = version + $many WHERE id = $listId').run({ listId, many })
  db.exec('COMMIT')
  db.close()
}
