import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseOf, removeDatabase } from '@doable/service-kit/test-database'

const main = new URL('../../standalone/src/main.ts', import.meta.url).pathname

export type Server = {
  url: string
  port: number
  data: string
  process: ChildProcess
  /** Everything it has printed so far. */
  output: () => string
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}
type Options = {
  data?: string
  port?: number
  arguments?: string[]
  env?: Record<string, string>
  /** The test is about the database file in the data folder: on SQLite, whichever engine is under test. */
  file?: boolean
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return port
}

export const dataFolder = () => mkdtemp(join(tmpdir(), 'doable-test-'))
/** Forgets a data folder and the database that belongs to it. */
export async function remove(folder: string): Promise<void> {
  await removeDatabase(folder)
  await rm(folder, { recursive: true, force: true })
}

/** Starts the program as a person would, without waiting for it to answer. */
export function launch(data: string, port: number, options: Options = {}) {
  const child = spawn(
    process.execPath,
    [main, '--port', String(port), '--data', data, ...(options.arguments ?? [])],
    {
      // Not the repository, whose .env is a developer's own.
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        LOG_LEVEL: 'warn',
        REGISTRATIONS_PER_HOUR: '100000',
        ...options.env,
      },
    },
  )
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return { child, output: () => printed }
}

const databaseAt = async (data: string) => ({ DATABASE_URL: (await databaseOf(data)).url })

/** Starts the program on a free port and answers once it is ready. */
export async function startServer(options: Options = {}): Promise<Server> {
  const data = options.data ?? (await dataFolder())
  const port = options.port ?? (await freePort())
  const env = { ...(options.file ? undefined : await databaseAt(data)), ...options.env }
  const { child, output } = launch(data, port, { ...options, env })
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, child, output)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
    return child.exitCode
  }
  return { url, port, data, process: child, output, stop }
}

async function untilReady(url: string, child: ChildProcess, output: () => string) {
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${output()}`)
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await wait(25)
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not get ready:\n${output()}`)
}
