import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'

const program = new URL('../../standalone/src/db.ts', import.meta.url).pathname

/** Starts `npm run db -- ...` on a data folder. `limit` is the largest file that it may write, in KiB. */
export function startCommand(data: string, words: string[], limit?: number) {
  const command = [process.execPath, program, ...words]
  const limited = ['sh', '-c', `ulimit -f ${(limit ?? 0) * 2}; exec "$@"`, 'sh', ...command]
  const [name = '', ...rest] = limit ? limited : command
  const env = { PATH: process.env.PATH, DATA_DIR: data, DATABASE_URL: `sqlite:${data}/doable.db` }
  const child = spawn(name, rest, { cwd: data, env })
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk) => {
      said += chunk
    })
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, said }))
  return { child, ended }
}

/** Every row of every table of a SQLite file but `Sessions`, in the order of writing. */
export function rowsIn(file: string): Record<string, Record<string, unknown>[]> {
  return reading(file, (open) => {
    const tables = open.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).all()
    const names = tables.map(({ name }) => String(name)).filter((name) => name !== 'Sessions')
    return Object.fromEntries(
      names.map((name) => [name, open.prepare(`SELECT * FROM "${name}" ORDER BY rowid`).all()]),
    )
  })
}

/** What the tables and indexes of a SQLite file are made of. */
export const schemaOf = (file: string) =>
  reading(file, (open) => open.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all())

function reading<T>(file: string, read: (open: DatabaseSync) => T): T {
  const open = new DatabaseSync(file, { readOnly: true })
  try {
    return read(open)
  } finally {
    open.close()
  }
}
