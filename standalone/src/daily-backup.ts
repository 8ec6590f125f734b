import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Config } from '@doable/service-kit/config'
import type { FastifyInstance } from 'fastify'

const program = fileURLToPath(new URL('db.ts', import.meta.url))
const minute = 60_000
/** The start comes first, and a program that is only tried out for a moment needs no backup. */
const firstLookMs = 5 * minute
const lookEveryMs = 60 * minute
const named = /^doable-\d{4}-\d{2}-\d{2}\.backup$/

type Log = { info(about: object, words: string): void; error(about: object, words: string): void }
type Backups = Pick<Config, 'dataDir' | 'databaseUrl' | 'vapidKeys' | 'backupFolder' | 'backupsKept'>

/**
 * A backup a day of a database that is a file, for people who run no programs at night: a laptop that was off makes it
 * within the hour after it is on. SQL Server has backups of its own.
 */
export const dailyBackup = async (app: FastifyInstance, config: Backups): Promise<void> => {
  if (config.backupsKept === 0 || !config.databaseUrl.startsWith('sqlite:')) return
  const closing = new AbortController()
  const look = () => void backUpToday(config, app.log, closing.signal)
  const first = setTimeout(look, firstLookMs)
  const timer = setInterval(look, lookEveryMs)
  app.addHook('onClose', async () => {
    clearTimeout(first)
    clearInterval(timer)
    closing.abort()
  })
}

/**
 * Makes the backup of this day unless there is one, and forgets the oldest beyond those that are kept. A process of its own
 * does the work, after all others: nobody waits for it. What goes wrong is logged, and tried again at the next look.
 */
export async function backUpToday(config: Backups, log: Log, signal?: AbortSignal): Promise<void> {
  const { backupFolder: folder, backupsKept } = config
  const file = join(folder, `doable-${Temporal.Now.plainDateISO()}.backup`)
  if (existsSync(file)) return
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await make(config, file, signal)
    const all = (await readdir(folder)).filter((name) => named.test(name)).sort()
    for (const name of all.slice(0, -backupsKept)) await rm(join(folder, name))
    log.info({ file }, 'made the backup of the day')
  } catch (error) {
    if (signal?.aborted) return
    const { stderr, message } = error as { stderr?: string; message: string }
    log.error({ file, why: stderr?.trim() || message }, 'the backup of the day could not be made')
  }
}

async function make({ dataDir, databaseUrl, vapidKeys }: Backups, file: string, signal?: AbortSignal) {
  const env = { NODE_ENV: 'production', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, VAPID_KEYS: vapidKeys }
  const running = promisify(execFile)(process.execPath, [program, 'backup', file], {
    env,
    ...(signal && { signal }),
  })
  if (running.child.pid) setPriority(running.child.pid, constants.priority.PRIORITY_LOW)
  await running
}
