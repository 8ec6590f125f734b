import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseOf } from '@doable/service-kit/test-database'
import { dataFolder, freePort, remove } from '../support/server.ts'

const main = new URL('../../fleet/src/main.ts', import.meta.url).pathname

export type Row = { name: string; pid: number; port: number; state: string }
/** A line of NGINX's access log. */
export type Answered = { path: string; method: string; status: number; replica: string }
type Ended = { code: number | null; output: string }

export type Fleet = {
  url: string
  data: string
  pid: number
  /** Everything the runner has printed so far. */
  output: () => string
  /** `npm run fleet -- WORDS`, for this fleet. */
  order: (...words: string[]) => Promise<Ended>
  /** What runs now, and what ran when it had started. */
  rows: () => Promise<Row[]>
  started: Row[]
  /** What NGINX has answered so far, up to a request that is made for this. */
  answered: () => Promise<Answered[]>
  /** Stops it and forgets its data. Answers the runner's exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}
type Options = { replicas?: number; data?: string; port?: number; env?: Record<string, string> }

/** Runs `npm run fleet` with these words, as a person would; not in the repository, whose .env is a developer's own. */
export function runFleet(words: string[], env: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env
  const generous = {
    REGISTRATIONS_PER_HOUR: '100000',
    SIGN_INS_PER_MINUTE: '6000',
    REQUESTS_PER_SECOND: '5000',
  }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...generous, ...env },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk
    })
  const ended = once(child, 'close').then(([code]): Ended => ({ code, output: printed }))
  return { child, output: () => printed, ended }
}

/** Starts a fleet on a free port and answers once people can use it. */
export async function startFleet({ replicas = 2, ...options }: Options = {}): Promise<Fleet> {
  const data = options.data ?? (await dataFolder())
  const env = { DATABASE_URL: (await databaseOf(data)).url, ...options.env }
  const port = options.port ?? (await freePort())
  const words = ['--data', data, '--port', String(port), '--replicas', String(replicas)]
  const { child, output, ended } = runFleet(words, env)
  await until(() => output().includes('Stop it with') || child.exitCode !== null)
  const order: Fleet['order'] = (...more) => runFleet([...more, '--data', data], env).ended
  const url = `http://127.0.0.1:${port}`
  const stop: Fleet['stop'] = async (signal = 'SIGTERM') => {
    child.kill(signal)
    const { code } = await ended
    await order('stop')
    await remove(data)
    return code
  }
  if (child.exitCode !== null) {
    await stop()
    throw new Error(`the fleet ended at once:\n${output()}`)
  }
  const rows = async () => readTable((await order('status')).output)
  const answered = () => readAccessLog(url, join(data, 'fleet/nginx/access.log'))
  const started = readTable(output().slice(output().indexOf('NAME ')).split('\n\n')[0] ?? '')
  return { url, data, pid: child.pid ?? 0, output, order, rows, started, answered, stop }
}

function readTable(text: string): Row[] {
  const lines = text.trim().split('\n').slice(1)
  return lines.map((line) => {
    const [name = '', pid, port, state = ''] = line.split(/\s+/)
    return { name, pid: Number(pid), port: Number(port), state }
  })
}

let marks = 0
/** NGINX writes its log a little later; a request of our own is written after all that were answered before. */
async function readAccessLog(url: string, file: string): Promise<Answered[]> {
  marks += 1
  const path = `/api/no-such-thing-${marks}`
  await fetch(url + path).then((answer) => answer.arrayBuffer())
  const read = async () => (await readFile(file, 'utf8')).split('\n').slice(0, -1)
  const all = await until(async () => {
    const lines = await read()
    return lines.some((line) => line.includes(path)) && lines
  })
  return all.map((line) => JSON.parse(line) as Answered)
}

/** Waits until something holds; a busy machine may take its time. */
export async function until<T>(
  what: () => T | Promise<T>,
  seconds = 60,
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    const value = await what()
    if (value) return value as NonNullable<Exclude<T, false>>
    if (performance.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`)
    await wait(50)
  }
}

/** A fleet shares one Redis; what a test looks up or changes there, it does with the program of the system. */
export async function redis(fleet: Fleet, ...words: string[]): Promise<string> {
  const port = fleet.started.find(({ name }) => name === 'redis')?.port
  const child = spawn('redis-cli', ['-p', String(port), ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  await once(child, 'close')
  return text.trim()
}
