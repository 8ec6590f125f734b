import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, type RedisServer, startRedis } from '../fixtures/redis-server.ts'

const program = fileURLToPath(new URL('../fixtures/programs/note.ts', import.meta.url))
let folder: string
let server: RedisServer
let url: string
const children: ChildProcess[] = []
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-tls-'))
  await mkdir(at('tls'))
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  openssl('req', '-x509', ...key, '-subj', '/CN=CA', '-keyout', at('tls/ca.key'), '-out', at('tls/ca.crt'))
  const by = ['-CA', at('tls/ca.crt'), '-CAkey', at('tls/ca.key'), '-addext', 'subjectAltName=DNS:localhost']
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=redis',
    ...by,
    '-keyout',
    at('tls/redis.key'),
    '-out',
    at('tls/redis.crt'),
  )
  const tlsPort = await freePort()
  server = await startRedis(['--tls-port', String(tlsPort)], await production())
  url = `rediss://doable:secret@localhost:${tlsPort}`
  // Without Redis a process makes its tables by itself.
  expect(await said({})).toMatch(/^port \d+/)
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The folder ops/redis as its README says, but elsewhere. */
async function production(): Promise<string> {
  const ops = new URL('../../../ops/redis/', import.meta.url)
  const fill = async (name: string, as: string, change: (text: string) => string) =>
    writeFile(at(as), change(await readFile(new URL(name, ops), 'utf8')))
  await fill('redis.conf', 'redis.conf', (text) => text)
  await fill('production.conf', 'production.conf', (text) => text.replaceAll('/etc/doable-redis', folder))
  const hashed = hash('sha256', 'secret', 'hex')
  await fill('users.acl.template', 'users.acl', (text) => text.replace(/\$\{\w+\}/g, hashed))
  return at('production.conf')
}

/** Runs Doable until it listens or ends; answers what it said. */
async function said(env: Record<string, string>): Promise<string> {
  const settings = {
    PATH: process.env.PATH ?? '',
    PORT: '0',
    DATA_DIR: at('data'),
    LOG_LEVEL: 'silent',
    ...env,
  }
  const child = spawn(process.execPath, [program], { env: settings, cwd: folder })
  children.push(child)
  let text = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (bytes) => {
      text += bytes
    })
  const ended = once(child, 'exit')
  while (child.exitCode === null && !/port \d/.test(text))
    await Promise.race([ended, once(child.stdout, 'data'), once(child.stderr, 'data')])
  child.kill('SIGKILL')
  await ended
  return text
}

test('rediss:// reaches a Redis whose certificate is by an authority that is believed', async () => {
  expect(await said({ REDIS_URL: url, NODE_EXTRA_CA_CERTS: at('tls/ca.crt') })).toMatch(/^port \d+/)
})

test('and no other', async () => {
  expect(await said({ REDIS_URL: url })).toMatch(/^Redis at localhost:\d+ .*certificate/)
})
