import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@doable/service-kit/database'
import { migrate } from '@doable/service-kit/migrations'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUpToday } from './daily-backup.ts'
import { services } from './services.ts'

let dataDir: string
let lines: { level: string; words: string; why?: string | undefined }[]
const keeping = (level: string) => (about: object, words: string) =>
  void lines.push({ level, words, ...about })
const log = { info: keeping('info'), error: keeping('error') }
beforeEach(async () => {
  lines = []
  dataDir = await mkdtemp(join(tmpdir(), 'doable-daily-'))
  const db = await openDatabase(`sqlite:${join(dataDir, 'doable.db')}`)
  for (const service of services) service.models(db)
  await migrate(db, services)
  await db.close()
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const config = (backupsKept = 7) => ({
  dataDir,
  databaseUrl: `sqlite:${join(dataDir, 'doable.db')}`,
  vapidKeys: join(dataDir, 'push-keys.json'),
  backupFolder: join(dataDir, 'backups'),
  backupsKept,
})
const made = async () => (await readdir(config().backupFolder)).sort()
const today = () => `doable-${Temporal.Now.plainDateISO()}.backup`

test('one a day, of which the newest stay, and nothing else goes', async () => {
  await backUpToday(config(), log)
  expect(await made()).toEqual([today()])
  expect(await readdir(dataDir)).toContain('last-backup.json')
  const said = lines.length
  await backUpToday(config(), log)
  expect(lines).toHaveLength(said)

  const { backupFolder } = config()
  await rm(join(backupFolder, today()))
  const former = ['doable-2020-01-01.backup', 'doable-2020-01-02.backup', 'before-upgrade.backup']
  for (const name of former) await writeFile(join(backupFolder, name), '')
  await backUpToday(config(2), log)
  expect(await made()).toEqual(['before-upgrade.backup', 'doable-2020-01-02.backup', today()].sort())
})

test('what cannot be made is logged with its reason, and is made at the next look', async () => {
  const { backupFolder } = config()
  await writeFile(backupFolder, 'in the way')
  await backUpToday(config(), log)
  expect(lines).toMatchObject([{ level: 'error', words: 'the backup of the day could not be made' }])
  expect(lines[0]?.why).toMatch(/backups/)
  await rm(backupFolder)
  await backUpToday(config(), log)
  expect(await made()).toEqual([today()])
})

test('a stop ends it without a word, and leaves no part of it under its name', async () => {
  await backUpToday(config(), log, AbortSignal.abort())
  expect(lines).toEqual([])
  expect(await made()).toEqual([])
})
