import type { DatabaseSettings } from '../config.ts'
import { dialectFor } from '../database.ts'
import { NewerDatabase } from '../migrations.ts'
import { BadSetting } from '../setting.ts'
import { type Header, headerOf } from './header.ts'
import { refuseNewer } from './ledgers.ts'
import { type Loading, load } from './load.ts'
import { verify } from './read.ts'
import { tablesOf } from './table.ts'

export type Restoring = Omit<Loading, 'header'> & {
  url: string
  settings: DatabaseSettings
  /** Whoever asks has seen to it that nothing runs on the database. */
  stopped: boolean
}
export type Restored = { header: Header; rows: Record<string, number>; kept: string | undefined }

/**
 * Puts a backup in the place of a database. It is held against its checksum first, and the database is as it was until all
 * of the backup stands beside it and has been proven.
 * @throws BadSetting where the file is damaged or newer than this program, or the database is in use
 */
export async function restore({ url, settings, stopped, ...loading }: Restoring): Promise<Restored> {
  const { file, services } = loading
  await verify(file)
  const header = await headerOf(file)
  await refuseNewer(header.ledgers, services).catch((error) => {
    if (!(error instanceof NewerDatabase)) throw error
    throw new BadSetting(
      `The backup ${file} was made by a newer version of Doable (${error.message}); restore it with that. Nothing was changed.`,
    )
  })
  let rows: Record<string, number> = {}
  const kept = await dialectFor(url).replace(url, settings, stopped, async (db) => {
    for (const service of services) service.models(db)
    tablesOf(db, services)
    rows = await load(db, { ...loading, header })
  })
  return { header, rows, kept }
}
