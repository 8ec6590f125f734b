import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBackup } from '@doable/service-kit/backup/make'
import { restore } from '@doable/service-kit/backup/restore'
import { processClock } from '@doable/service-kit/clock'
import { readConfig } from '@doable/service-kit/config'
import { openDatabase } from '@doable/service-kit/database'
import { tablesOf } from '@doable/service-kit/drift'
import { migrate } from '@doable/service-kit/migrations'
import { HistoryRow } from '@doable/task-service/history'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readBackup } from '../fixtures/backup-rows.ts'
import { services } from './services.ts'

// Nothing of ours is replaced: only the driver, for want of a server.
vi.mock('tedious', () => import('@doable/service-kit/fixtures/tsql/engine'))

const server = 'mssql://sa:none@stand-in.invalid/restored?encrypt=false'
const settings = readConfig({})
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-engines-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const now = new Date('2026-11-24T05:00:00.000Z')
async function backup(url: string, name: string, prepare?: () => Promise<unknown>): Promise<string> {
  const db = await openDatabase(url, settings)
  try {
    for (const service of services) service.models(db)
    await migrate(db, services)
    await migrate(db, services, 'seeds')
    await prepare?.()
    const file = join(folder, name)
    await makeBackup(db, services, { file, force: false, now, pushKeys: null })
    return file
  } finally {
    await db.close()
  }
}

const put = (url: string, file: string) =>
  restore({ url, file, settings, services, clock: processClock, late: true, stopped: false })

/** The rows of a backup by table, each as text; what a restore adds and changes is left out. */
async function rowsOf(file: string): Promise<Record<string, string[]>> {
  const { rows } = await readBackup(file)
  const all = Object.entries(rows).map(([name, some]) => [
    name,
    some.map((row) => JSON.stringify(row)).sort(),
  ])
  return { ...Object.fromEntries(all), Histories: [], TaskEvents: [], UserEvents: [] }
}

test('a backup of SQLite is restored on SQL Server, over what is there, and back, with every row', async () => {
  const lite = `sqlite:${join(folder, 'lite.db')}`
  const odd = async () => {
    const title = `Überraschung 🎂 'quoted' "too" \\ \u0000 end`
    await HistoryRow.sequelize?.query(`UPDATE "Tasks" SET "notes" = $title`, { bind: { title } })
  }
  const first = await backup(lite, 'first.backup', odd)
  await put(server, first)
  await put(server, first)
  const second = await backup(server, 'second.backup')
  expect(await rowsOf(second)).toEqual(await rowsOf(first))
  await put(`sqlite:${join(folder, 'back.db')}`, second)
  const third = await backup(`sqlite:${join(folder, 'back.db')}`, 'third.backup')
  expect(await rowsOf(third)).toEqual(await rowsOf(first))
})

test('a backup that breaks off on SQL Server leaves what was there', async () => {
  const file = await backup(server, 'whole.backup')
  const failing = services.map((service) => ({
    ...service,
    restored: () => Promise.reject(new Error('the power failed')),
  }))
  const clock = processClock
  const how = { url: server, file, settings, services: failing, clock, late: true, stopped: false }
  await expect(restore(how)).rejects.toThrow('the power failed')
  expect(await rowsOf(await backup(server, 'after.backup'))).toEqual(await rowsOf(file))
})

test('every table is in a backup but who is signed in and what was migrated', async () => {
  const file = await backup(`sqlite:${join(folder, 'all.db')}`, 'all.backup')
  const db = await openDatabase(`sqlite:${join(folder, 'all.db')}`)
  const there = (await tablesOf(db)).filter((table) => !/(Migrations|Seeds)$|^Sessions$/.test(table))
  await db.close()
  expect(Object.keys(await rowsOf(file)).sort()).toEqual(there)
})
