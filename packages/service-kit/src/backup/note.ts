import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes down, in the data folder, of which moment the last good backup is: a metric and an alarm watch it. */
export async function noteBackup(dataDir: string, at: Date): Promise<void> {
  const file = join(dataDir, 'last-backup.json')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(`${file}.part`, `${JSON.stringify({ at: at.toISOString() })}\n`)
  await rename(`${file}.part`, file)
}
