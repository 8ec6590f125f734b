import { readFile, statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** The disk that a folder is on, in bytes; `free` is what this user may still write. */
export type Disk = { free: number; size: number }

/** Undefined where there is no such folder, or the system does not tell. */
export async function diskOf(folder: string): Promise<Disk | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free: bavail * bsize, size: blocks * bsize }
  } catch {
    return undefined
  }
}

/** When the last good backup ended, which `npm run db -- backup` writes into the data folder; undefined where none is known. */
export async function lastBackup(dataDir: string): Promise<Date | undefined> {
  try {
    const { at } = JSON.parse(await readFile(join(dataDir, 'last-backup.json'), 'utf8')) as { at: string }
    const date = new Date(at)
    return Number.isNaN(date.getTime()) ? undefined : date
  } catch {
    return undefined
  }
}
