import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSqlServer } from '../fixtures/sql-server.ts'
import { until } from './testing.ts'

const program = fileURLToPath(new URL('../fixtures/programs/note.ts', import.meta.url))
// A process on a data folder of its own: these tests are about that folder and the SQLite file in it.
let folder: string
let children: ChildProcess[]
beforeEach(async () => {
  children = []
  folder = await mkdtemp(join(tmpdir(), 'doable-run-'))
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

function start(env: Record<string, string> = {}) {
  const settings = { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...env }
  const child = spawn(process.execPath, [program], { env: settings, cwd: folder })
  children.push(child)
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal, said }))
  const listens = async () => {
    while (!/port (\d+)/.test(said)) await Promise.race([once(child.stdout, 'data'), ended])
    return `http://127.0.0.1:${/port (\d+)/.exec(said)?.[1]}`
  }
  return { child, ended, listens }
}

/** What a start that cannot be says: one sentence, and exit code 1. */
async function refusal(env: Record<string, string> = {}) {
  const { code, said } = await start(env).ended
  expect(code).toBe(1)
  expect(said.trim().split('\n')).toHaveLength(1)
  return said.trim()
}

test('a taken port', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect(await refusal({ PORT: String(port) })).toMatch(`Port ${port} is taken;`)
  server.close()
})

test('a bad setting', async () => {
  expect(await refusal({ PORT: 'many' })).toMatch(/^PORT must be/)
  expect(await refusal({ DATABASE_URL: 'postgres://x' })).toMatch(/^DATABASE_URL starts with "postgres:"/)
  expect(await refusal({ REDIS_URL: 'http://x', SESSION_KEYS: 'k' })).toMatch(/^(REDIS_URL|SESSION_KEYS)/)
  expect(await refusal({ HOST: '203.0.113.7' })).toMatch(/set HOST/)
})

test('a data folder that is a file, or cannot be written to', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  expect(await refusal({ DATA_DIR: file })).toMatch(file)
  expect(await refusal({ DATA_DIR: join(file, 'below') })).toMatch(file)
  expect(await refusal({ DATA_DIR: '/sys/doable' })).toMatch('/sys/doable cannot be')
})

test('a database of a newer version stays as it is', async () => {
  const first = start()
  await first.listens()
  first.child.kill('SIGTERM')
  await first.ended
  const db = new DatabaseSync(join(folder, 'doable.db'))
  db.exec(`INSERT INTO NoteMigrations (name) VALUES ('29991231-from-the-future')`)
  db.close()
  expect(await refusal()).toMatch(
    /was made by a newer version of Doable \(29991231-from-the-future\); nothing/,
  )
})

test('a database that is none, or that another program holds', async () => {
  await writeFile(
    join(folder, 'text.db'),
    'this is not a database, but it is long enough to look at'.repeat(40),
  )
  expect(await refusal({ DATABASE_URL: `sqlite:${folder}/text.db` })).toMatch(/is not a database/)
  const db = new DatabaseSync(join(folder, 'doable.db'))
  db.exec('PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE held (id); BEGIN EXCLUSIVE')
  expect(await refusal()).toMatch(/is in use by another program/)
  db.close()
})

test('a SQL Server that refuses, does not encrypt, or is not there', async () => {
  const server = await startSqlServer()
  const plain = server.url.replace('?encrypt=false', '')
  expect(await refusal({ DATABASE_URL: plain })).toMatch(/does not encrypt; .*encrypt=false\.$/)
  expect(await refusal({ DATABASE_URL: server.url.replace('=false', '=no') })).toMatch(
    /^DATABASE_URL ends in/,
  )
  server.answering.now = (sql) => (sql === 'LOGIN' ? { error: 18_456, message: 'Login failed' } : undefined)
  expect(await refusal({ DATABASE_URL: server.url })).toMatch(/refuses the user or the password/)
  server.answering.now = (sql) =>
    sql.includes('CREATE TABLE') ? { error: 262, message: 'denied' } : undefined
  expect(await refusal({ DATABASE_URL: server.url })).toMatch(/may make no tables/)
  server.answering.now = (sql) => (sql === 'LOGIN' ? 'silence' : undefined)
  const soon = { DATABASE_CONNECT_TIMEOUT: '1' }
  expect(await refusal({ DATABASE_URL: server.url, ...soon })).toMatch(/does not answer in time/)
  await server.kill()
  expect(await refusal({ DATABASE_URL: server.url })).toMatch(/does not answer\.$/)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends streams, lets work finish and leaves in peace',
  async (signal) => {
    const { child, ended, listens } = start()
    const base = await listens()
    const json = { 'content-type': 'application/json' }
    const body = JSON.stringify({ personId: uuidv7() })
    const signedIn = await fetch(`${base}/api/notes/session`, { method: 'POST', headers: json, body })
    const { secret } = (await signedIn.json()) as { secret: string }
    const headers = { ...json, authorization: `Bearer ${secret}` }
    const stream = await fetch(`${base}/api/notes/watch`, { headers })
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader()
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    const note = { method: 'POST', headers, body: JSON.stringify({ text: 'live' }) }
    const { id } = (await (await fetch(`${base}/api/notes`, note)).json()) as { id: string }
    let heard = ''
    while (!heard.includes(id)) heard += Buffer.from((await reader.read()).value ?? []).toString()
    child.kill(signal)
    expect((await reader.read()).done).toBe(true)
    expect(await ended).toMatchObject({ code: 0, signal: null })
  },
)

test('a line per request names the route, and neither line nor error tells what was in it', async () => {
  const { child, ended, listens } = start({ LOG_LEVEL: 'info' })
  const base = await listens()
  const headers = { cookie: 'sid=cookie-secret', authorization: 'Bearer bearer-secret' }
  await fetch(`${base}/api/notes?search=query-secret`, { headers })
  await fetch(`${base}/api/notes/broken/sql`, { headers })
  child.kill('SIGTERM')
  const { said } = await ended
  expect(said).not.toMatch(/hunter2|-secret/)
  const lines = said.split('\n').filter((line) => line.includes('"answered"'))
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { method: 'GET', route: '/api/notes', status: 401, ms: expect.any(Number), request: expect.any(String) },
    { method: 'GET', route: '/api/notes/broken/:how', status: 500 },
  ])
  expect(said).toMatch(/"level":50.*no such table: Nowhere/)
})

test('what was answered before a kill is there after it', async () => {
  const { child, ended, listens } = start()
  const base = await listens()
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ personId: uuidv7() })
  const signedIn = await fetch(`${base}/api/notes/session`, { method: 'POST', headers: json, body })
  const { secret } = (await signedIn.json()) as { secret: string }
  const headers = { ...json, authorization: `Bearer ${secret}` }
  const answered: string[] = []
  const adding = Array.from({ length: 40 }, async (_, n) => {
    const answer = await fetch(`${base}/api/notes`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ text: `${n}` }),
    })
    answered.push(((await answer.json()) as { id: string }).id)
    if (answered.length === 20) child.kill('SIGKILL')
  })
  await Promise.allSettled(adding)
  await ended
  const db = new DatabaseSync(join(folder, 'doable.db'))
  const kept = new Set(
    db
      .prepare('SELECT id FROM Notes')
      .all()
      .map((row) => row.id),
  )
  db.close()
  expect(answered.length).toBeGreaterThanOrEqual(20)
  expect(answered.filter((id) => !kept.has(id))).toEqual([])
})

test('goes on where nothing that it says can be written', async () => {
  const nowhere = join(folder, 'nowhere')
  await writeFile(nowhere, '')
  const fd = openSync(nowhere, 'r')
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((closed) => probe.close(closed))
  const talks = '--import=data:text/javascript,setInterval(()=>console.warn(1),20).unref()'
  const settings = { PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'info', NODE_OPTIONS: talks }
  const env = { PATH: process.env.PATH ?? '', ...settings }
  const child = spawn(process.execPath, [program], { env, cwd: folder, stdio: ['ignore', fd, fd] })
  children.push(child)
  const ended = once(child, 'exit')
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  await until(async () => child.exitCode !== null || (await ready()), 'an answer')
  for (let n = 0; n < 20; n += 1) expect(await ready()).toBe(true)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  closeSync(fd)
})
