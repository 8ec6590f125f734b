import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'

/**
 * The least a Node server needs for the same answers from the same file: node:http, one prepared statement for each, and
 * JSON. Nobody signs in, nothing is checked, nobody is told. `/constant` only says what it was started with.
 */
const [port, file = '', listId = '', constant = ''] = process.argv.slice(2)
const db = new DatabaseSync(file, { timeout: 5000 })
for (const pragma of ['synchronous=NORMAL', 'foreign_keys=ON', 'cache_size=-16000'])
  db.exec(`PRAGMA ${pragma}`)

const columns = `id, listId, sectionId, parentId, title, priority, startOn, dueOn, dueTime, dueTimeZone, deadlineOn,
  durationMinutes, assigneeId, reminders, repeatRule, repeatMode, occurrenceOn, skippedOn, position, completedAt, completedBy,
  trashedAt, createdBy, createdAt, updatedAt, version, notes,
  (SELECT group_concat(w.label, ',' ORDER BY w.place) FROM TaskLabels w WHERE w.taskId = Tasks.id) AS labels`
const page = db.prepare(
  `SELECT ${columns} FROM Tasks WHERE listId = ? AND trashedAt IS NULL AND completedAt IS NULL ORDER BY position, id LIMIT 51`,
)
const one = db.prepare(`SELECT ${columns} FROM Tasks WHERE id = ?`)
const list = db.prepare('SELECT * FROM Lists WHERE id = ?')
const changed = db.prepare(`SELECT ${columns} FROM Tasks WHERE listId = ? AND version > ? - 100`)
const add = db.prepare(`
  INSERT INTO Tasks (id, listId, title, titleKey, notes, priority, position, createdBy, createdAt, updatedAt, version)
  VALUES (?, ?, ?, ?, '', 4, 'a0', ?, ?, ?, 1) RETURNING ${columns}`)
const complete = db.prepare(
  `UPDATE Tasks SET completedAt = ?, completedBy = ?, updatedAt = ?, version = version + 1 WHERE id = ? RETURNING ${columns}`,
)

const stored = () => new Date().toISOString().replace('T', ' ').replace('Z', ' +00:00')
type Row = Record<string, unknown>
const instant = (text: unknown) =>
  typeof text === 'string' ? `${text.slice(0, 10)}T${text.slice(11, 23)}Z` : null
function taskOf(row: Row = {}) {
  row.labels = row.labels ? String(row.labels).split(',') : []
  row.reminders = row.reminders ? JSON.parse(String(row.reminders)) : []
  row.skippedOn = row.skippedOn ? String(row.skippedOn).split(',') : []
  for (const name of ['completedAt', 'trashedAt', 'createdAt', 'updatedAt']) row[name] = instant(row[name])
  return row
}

type NewTask = { id: string; title: string; listId: string }
const answers: Record<string, (id: string, body: NewTask) => string> = {
  constant: () => constant,
  list: () => JSON.stringify({ items: page.all(listId).slice(0, 50).map(taskOf), next: null }),
  task: (id) => JSON.stringify(taskOf(one.get(id))),
  changes: (id) => {
    const own = list.get(id)
    const tasks = changed.all(id, Number(own?.version)).map(taskOf)
    return JSON.stringify({ ...JSON.parse(constant), lists: [own], tasks })
  },
  create: (_, { id, title, listId: to }) => {
    const now = stored()
    return JSON.stringify(taskOf(add.get(id, to, title, title, to, now, now)))
  },
  complete: (id) => JSON.stringify(taskOf(complete.get(stored(), listId, stored(), id))),
}
createServer((request, response) => {
  const [, what = '', id = ''] = (request.url ?? '').split('/')
  let text = ''
  const answer = () => {
    response.setHeader('content-type', 'application/json')
    response.end(answers[what]?.(id, text && JSON.parse(text)))
  }
  if (request.method === 'GET') answer()
  else
    request
      .setEncoding('utf8')
      .on('data', (chunk) => {
        text += chunk
      })
      .on('end', answer)
}).listen(Number(port), '127.0.0.1')
