import { existsSync } from 'node:fs'
import { copyFile, link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Sequelize } from 'sequelize'
import { syncFolder } from '../private-file.ts'
import { BadSetting } from '../setting.ts'
import { named } from './sqlite-handle.ts'

type Ways = { open(file: string): Sequelize; fill(db: Sequelize): Promise<void>; stopped: boolean }

const beside = ['-wal', '-shm', '-journal']

/**
 * Builds the new database in a file of its own and gives it the name of the old one in one step, once it is whole and on the
 * disk. The old one is locked meanwhile and stays under another name, which is the answer.
 * @throws BadSetting where a process has the old one open
 */
export async function replaceFile(file: string, { open, fill, stopped }: Ways): Promise<string | undefined> {
  const lock = existsSync(file) ? holdStill(file, stopped) : undefined
  const next = `${file}.restoring`
  try {
    await removeAll(next)
    await build(next, open, fill)
    return await swap(file, next, lock)
  } finally {
    lock?.close()
    await removeAll(next)
  }
}

async function removeAll(file: string): Promise<void> {
  for (const name of [file, ...beside.map((end) => file + end)]) await rm(name, { force: true })
}

/** Whoever has a file in WAL mode open keeps it from leaving that mode; alone, all of it is in the one file afterwards. */
function holdStill(file: string, stopped: boolean): DatabaseSync | undefined {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('PRAGMA journal_mode=DELETE')
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db.close()
    const { code = '' } = named(error) as NodeJS.ErrnoException
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
      throw new BadSetting(
        `Doable is running on ${file}: stop every process of it first. Nothing was changed.`,
      )
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw error
    if (stopped) return undefined
    throw new BadSetting(
      `The database ${file} is damaged, so whether Doable runs on it cannot be told: stop every process of it, then add --stopped. Nothing was changed.`,
    )
  }
}

async function build(next: string, openFile: Ways['open'], fill: Ways['fill']): Promise<void> {
  const made = await open(next, 'wx', 0o600)
  const db = openFile(next)
  try {
    await fill(db)
  } finally {
    await db.close()
  }
  prove(next)
  await made.sync()
  await made.close()
}

/** Reads all of it once more, and leaves nothing beside the one file. */
function prove(next: string): void {
  const db = new DatabaseSync(next)
  try {
    db.exec('PRAGMA journal_mode=DELETE')
    const broken = db.prepare('PRAGMA foreign_key_check').all()
    const [{ integrity_check: whole } = { integrity_check: '' }] = db.prepare('PRAGMA integrity_check').all()
    if (broken.length > 0 || whole !== 'ok')
      throw new Error(`The restored database is not sound: ${broken.length} broken references, ${whole}`)
  } catch (error) {
    throw named(error)
  } finally {
    db.close()
  }
}

async function swap(file: string, next: string, lock: DatabaseSync | undefined): Promise<string | undefined> {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const kept = existsSync(file) ? `${file}.before-restore-${stamp}` : undefined
  // Two names for one file: at no moment is there no database. Some file systems know no links.
  if (kept) await link(file, kept).catch(() => copyFile(file, kept))
  for (const end of beside)
    if (existsSync(file + end)) await rename(file + end, `${kept ?? file}${kept ? end : '.before-restore'}`)
  // Windows gives no other file the name of one that is open.
  if (process.platform === 'win32') lock?.close()
  await rename(next, file)
  await syncFolder(dirname(file))
  return kept
}
