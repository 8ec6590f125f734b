import { makeBackup } from '@doable/service-kit/backup/make'
import { noteBackup } from '@doable/service-kit/backup/note'
import { restore } from '@doable/service-kit/backup/restore'
import { processClock } from '@doable/service-kit/clock'
import type { Config } from '@doable/service-kit/config'
import { dialectFor } from '@doable/service-kit/database'
import { keepPushKeys, pushKeysIn } from '@doable/service-kit/push-keys'
import { BadSetting } from '@doable/service-kit/setting'
import type { Sequelize } from 'sequelize'
import { services } from './services.ts'

type Backup = { words: string[]; force: boolean; withoutKeys: boolean }
type Restore = { words: string[]; stopped: boolean; sendLate: boolean }

/** `npm run db -- backup FILE`. Answers what to say. @throws BadSetting */
export async function backupCommand(
  db: Sequelize,
  { vapidKeys, dataDir }: Config,
  { words, force, withoutKeys }: Backup,
): Promise<string[]> {
  const file = fileOf(words)
  const pushKeys = withoutKeys ? null : await pushKeysIn(vapidKeys)
  const now = new Date()
  const rows = await makeBackup(db, services, { file, force, now, pushKeys, progress })
  const said = `wrote ${file}: ${total(rows)} rows of ${Object.keys(rows).length} tables`
  // A container that only makes backups may have no such folder: the backup is good all the same.
  const noted = await noteBackup(dataDir, now).then(
    () => [],
    (error: Error) => [`${dataDir} does not say so, and no metric of it tells: ${error.message}`],
  )
  return [said, ...noted]
}

/** `npm run db -- restore FILE`. Answers what to say. @throws BadSetting */
export async function restoreCommand(
  config: Config,
  { words, stopped, sendLate }: Restore,
): Promise<string[]> {
  const { databaseUrl: url, vapidKeys } = config
  const how = { services, clock: processClock, late: sendLate, stopped, progress }
  const { header, rows, kept } = await restore({ file: fileOf(words), url, settings: config, ...how })
  const keys = await keepPushKeys(vapidKeys, header.pushKeys)
  const place = dialectFor(url).place(url)
  return [
    `restored ${place} as it was at ${header.madeAt}: ${total(rows)} rows of ${Object.keys(rows).length} tables`,
    ...(kept ? [`what it was before is ${kept}`] : []),
    ...(keys ? [keys] : []),
    'Everybody signs in anew.',
  ]
}

function fileOf([file]: string[]): string {
  if (file) return file
  throw new BadSetting('Name the file of the backup.')
}

const total = (rows: Record<string, number>) => Object.values(rows).reduce((sum, each) => sum + each, 0)

/** How far it is, on a terminal. */
function progress(table: string, rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${table} ${rows}\r`)
}
