import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBackup } from '@doable/service-kit/backup/make'
import { restore } from '@doable/service-kit/backup/restore'
import { processClock } from '@doable/service-kit/clock'
import { readConfig } from '@doable/service-kit/config'
import { openDatabase } from '@doable/service-kit/database'
import { drift } from '@doable/service-kit/drift'
import { status } from '@doable/service-kit/migrations'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Rows, readBackup } from '../fixtures/backup-rows.ts'
import { services } from './services.ts'

// Nothing of ours is replaced: only the driver, for want of a server.
vi.mock('tedious', () => import('@doable/service-kit/fixtures/tsql/engine'))

/** Recorded by programs of that time: tests/upgrade/README.md. */
const records = fileURLToPath(new URL('../../tests/upgrade', import.meta.url))
const files = (await readdir(records)).filter((name) => name.endsWith('.backup'))
const settings = readConfig({})
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-upgrade-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What is in a database, and what of it is not as the program says. */
async function look(url: string, name: string) {
  const db = await openDatabase(url, settings)
  try {
    for (const service of services) service.models(db)
    const waiting = await Promise.all(services.map(async (service) => (await status(db, service)).waiting))
    const file = join(folder, name)
    await makeBackup(db, services, { file, force: false, now: new Date(), pushKeys: null })
    return { waiting: waiting.flat(), wrong: await drift(db), ...(await readBackup(file)) }
  } finally {
    await db.close()
  }
}

/** Events go out once more, and a history begins. */
const comparable = (rows: Rows, like: Rows) =>
  Object.fromEntries(
    Object.entries(like).map(([table, [first = {}]]) => {
      const names = Object.keys(first).filter((name) => name !== 'publishedAt')
      const kept = (rows[table] ?? []).filter(({ origin }) => origin !== 'a backup')
      return [table, kept.map((row) => JSON.stringify(names.map((name) => [name, row[name]]))).sort()]
    }),
  )

test.each(files)('%s becomes the newest without losing a row, on both engines', async (name) => {
  const { rows: before } = await readBackup(join(records, name))
  const empty = Object.entries(before).filter(([, rows]) => rows.length === 0)
  expect(empty).toEqual([])
  const lite = `sqlite:${join(folder, `${name}.db`)}`
  for (const url of [lite, `mssql://sa:none@stand-in.invalid/${name}?encrypt=false`]) {
    const how = { settings, services, clock: processClock, late: true, stopped: false }
    await restore({ url, file: join(records, name), ...how })
    const { rows, waiting, wrong } = await look(url, `${name}-${url.slice(0, 5)}`)
    expect(waiting).toEqual([])
    expect(wrong).toEqual([])
    expect(comparable(rows, before)).toEqual(comparable(before, before))
  }
})

test('there are records', () => expect(files.length).toBeGreaterThan(0))
