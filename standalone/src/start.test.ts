import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { databaseOf, removeDatabase } from '@doable/service-kit/test-database'
import { until } from '@doable/service-kit/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
let children: ChildProcess[]
beforeEach(async () => {
  children = []
  folder = await mkdtemp(join(tmpdir(), 'doable-start-'))
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await removeDatabase(folder)
  await rm(folder, { recursive: true, force: true })
})

function program(name: 'main' | 'db', words: string[], more: Record<string, string> = {}) {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  const flags = ['--disable-warning=ExperimentalWarning', file]
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', ...more }
  const child = spawn(process.execPath, [...flags, ...words], { env, cwd: folder })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text
    })
  const ended = once(child, 'exit').then(([code]) => ({ code, said }))
  const says = async (form: RegExp) => {
    while (!form.test(said)) await Promise.race([once(child.stdout, 'data'), ended])
    return form.exec(said)?.[1] ?? ''
  }
  return { child, ended, says }
}
/** `npm run db --`, on the engine under test; the rest of this file is about the SQLite file in the data folder. */
async function startDb(...words: string[]) {
  return program('db', words, { DATABASE_URL: (await databaseOf(folder)).url })
}
const db = async (...words: string[]) => (await startDb(...words)).ended

test('--demo fills in once and prints who to sign in as; the data is where --data says', async () => {
  for (const time of ['first', 'second']) {
    const { child, ended, says } = program('main', ['--demo', '--data', join(folder, 'here')])
    const base = await says(/Doable is at (http\S+)/)
    const [, email, password] =
      /Sign in as (\S+) with the password "(.+)"/.exec((await says(/(Sign in .*\n)/)) ?? '') ?? []
    await says(/(Stop it)/)
    const body = JSON.stringify({ email, password })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${base}/api/session`, { method: 'POST', headers, body })
    expect([time, answer.status]).toEqual([time, 201])
    const { services } = (await (await fetch(`${base}/health/ready`)).json()) as { services: string[] }
    expect(services).toEqual(['user', 'task', 'notification'])
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0 })
  }
  expect(existsSync(join(folder, 'here/doable.db'))).toBe(true)
})

test('--help and a wrong argument', async () => {
  expect(await program('main', ['--help']).ended).toMatchObject({
    code: 0,
    said: expect.stringContaining('--data DIR'),
  })
  const wrong = await program('main', ['--prot', '1']).ended
  expect(wrong.code).toBe(1)
  expect(wrong.said.trim().split('\n')).toHaveLength(1)
})

/** Whether a process has a file open, where the system tells; where it does not, one migrator is only likely to be waiting. */
function uses(pid: number | undefined, file: string): boolean {
  const open = `/proc/${pid}/fd`
  if (!existsSync(open)) return true
  return readdirSync(open).some(
    (each) => existsSync(join(open, each)) && readlinkSync(join(open, each)) === file,
  )
}

test('of two that migrate at once one waits for the other, and everything is made once', async () => {
  // Both are held back until both are at it: SQLite has one writer at a time.
  const held = new DatabaseSync(join(folder, 'doable.db'))
  held.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE')
  const both = [await startDb('migrate'), await startDb('migrate')]
  const file = join(folder, 'doable.db')
  const onFile = (await databaseOf(folder)).url.startsWith('sqlite:')
  const waits = ({ child }: (typeof both)[number]) => !onFile || uses(child.pid, file)
  for (const each of both) await until(() => waits(each), 'a second migrator', 3000)
  held.exec('ROLLBACK')
  held.close()
  const said = await Promise.all(both.map(({ ended }) => ended))
  expect(said.map(({ code }) => code)).toEqual([0, 0])
  expect(said.map(({ said }) => said.slice(0, 4)).sort()).toEqual(['noth', 'ran '])
  expect((await db('status')).said).not.toMatch(/waiting/)
})

test('the database goes up, shows its state, is seeded once, and goes down', async () => {
  expect((await db('status')).said).toMatch(/task {2}waiting {2}\d+/)
  expect((await db('migrate')).said).toMatch(/^ran \d+/)
  expect(await db('migrate')).toEqual({ code: 0, said: 'nothing to do\n' })
  const status = (await db('status')).said
  expect(status).toMatch(/user {2}done/)
  expect(status).not.toMatch(/waiting/)
  expect((await db('seed')).said).toMatch(/^filled in /)
  expect(await db('seed')).toEqual({ code: 0, said: 'nothing to do\n' })
  expect((await db('rollback', '--service', 'notification')).said).toMatch(/^took back \d+/)
  expect((await db('status', '--service', 'notification')).said).toMatch(/waiting/)
  expect((await db('rollback', '--all')).code).toBe(0)
  expect((await db('migrate')).code).toBe(0)
})

test('what needs the tables says so where there are none yet, and works once they are there', async () => {
  for (const words of [
    ['jobs', 'dead'],
    ['administrator', 'ann@example.com'],
  ]) {
    const { code, said } = await db(...words)
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^The database is older.*\n$/) })
  }
  expect((await db('migrate')).code).toBe(0)
  expect(await db('jobs', 'dead')).toEqual({ code: 0, said: 'nothing was given up\n' })
  expect((await db('administrator', 'ann@example.com')).said).toMatch(/^Nobody has an account[^\n]*\n$/)
})

test.each([
  [['nonsense'], /--help shows/],
  [['rollback'], /--service NAME/],
  [['status', '--service', 'mail'], /no service "mail"/],
  [['new', 'Wrong Name', '--service', 'task'], /small letters/],
  [['migrate', '--frobnicate'], /frobnicate/],
])('db %j is refused in one sentence', async (words, sentence) => {
  const { code, said } = await db(...words)
  expect(code).toBe(1)
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).toMatch(sentence)
})
