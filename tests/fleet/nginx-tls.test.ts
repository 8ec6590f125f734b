import { mkdir, writeFile } from 'node:fs/promises'
import { connect as connectHttp2 } from 'node:http2'
import { Agent, request } from 'node:https'
import { connect as connectTcp } from 'node:net'
import { join } from 'node:path'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, freePort, remove } from '../support/server.ts'
import { writeCertificate } from './certificate.ts'
import { type Answered, Front, json, times } from './front.ts'
import { Origin } from './origin.ts'

const host = 'todo.example.org'
let folder: string
let task: Origin
let front: Front
let port: number
let ca: string
beforeAll(async () => {
  folder = await dataFolder()
  task = await Origin.start('task')
  port = await freePort()
  const { pem, certificate, key } = await writeCertificate(folder, host)
  ca = pem
  front = await Front.start(
    { user: [], task: [task], notification: [] },
    {
      tls: { listen: `127.0.0.1:${port}`, certificate, key },
      publicUrl: new URL(`https://${host}:${port}`),
      serverNames: [host],
    },
  )
})
afterAll(async () => {
  await front?.stop()
  await task.close()
  await remove(folder)
})

const people = { accept: 'text/html' }
function send(path: string, headers: Record<string, string> = {}): Promise<Answered> {
  const agent = new Agent({ ca, servername: host })
  return front.send(path, { headers: { host: `${host}:${port}`, ...headers }, agent }, { port, via: request })
}
function shake(options: ConnectionOptions): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', servername: host, ca, ...options }, () =>
      resolve(socket),
    )
    socket.once('error', reject)
  })
}

test('what an authority looks for comes over http, and nothing else does', async () => {
  const at = '/.well-known/acme-challenge'
  await mkdir(join(front.folder, 'acme', at), { recursive: true })
  await writeFile(join(front.folder, 'acme', at, 'token_1'), 'token_1.thumbprint')
  const found = await front.send(`${at}/token_1`, { headers: { host } })
  expect([found.status, found.bytes.toString()]).toEqual([200, 'token_1.thumbprint'])
  expect((await front.send(`${at}/token_2`, { headers: { host } })).status).toBe(404)
  for (const path of ['/', '/api/tasks', '/.well-known/acme-challenge', `${at}/../../nginx.conf`])
    expect([path, (await front.send(path, { headers: { host } })).status]).toEqual([path, 308])
})

test('the page and the API come over https, with the promise to stay there, once', async () => {
  for (const [path, headers] of [
    ['/', people],
    ['/api/tasks', {}],
    ['/gone', {}],
  ] as const) {
    const answer = await send(path, headers)
    expect([path, answer.headers['strict-transport-security']]).toEqual([path, 'max-age=31536000'])
    expect(times(answer, 'strict-transport-security')).toBe(1)
  }
  expect(task.heard[0]?.headers).toMatchObject({
    'x-forwarded-proto': 'https',
    'x-forwarded-host': `${host}:${port}`,
    'x-forwarded-for': '127.0.0.1',
  })
})

test('a service that makes the promise itself is not doubled', async () => {
  task.answer = (_heard, response) => {
    response.setHeader('strict-transport-security', 'max-age=31536000')
    task.say(response)
  }
  const answer = await send('/api/tasks')
  task.answer = (_heard, response) => task.say(response)
  expect(times(answer, 'strict-transport-security')).toBe(1)
})

test.each(['TLSv1.2', 'TLSv1.3'] as const)('%s is spoken with modern ciphers', async (version) => {
  const socket = await shake({ minVersion: version, maxVersion: version })
  expect(socket.getProtocol()).toBe(version)
  expect(socket.getCipher().name).toMatch(/GCM|CHACHA20/)
  socket.destroy()
})

test.each([
  ['TLS 1.1', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }],
  ['a cipher without forward secrecy', { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256:AES256-SHA' }],
  ['a name that is not ours', { servername: 'evil.example' }],
] as [string, ConnectionOptions][])('%s is refused', async (_what, options) => {
  await expect(shake({ ...options, rejectUnauthorized: false })).rejects.toThrow(/alert|EPROTO|ECONNRESET/)
})

test('HTTP/2 is spoken, and its host reaches the service', async () => {
  const session = connectHttp2(`https://${host}:${port}`, {
    createConnection: () => connect({ port, host: '127.0.0.1', servername: host, ca, ALPNProtocols: ['h2'] }),
  })
  const stream = session.request({ ':path': '/api/tasks', cookie: 'sid=x' })
  let text = ''
  for await (const chunk of stream) text += chunk
  session.close()
  expect(JSON.parse(text)).toEqual({ origin: 'task' })
  expect(task.heard.at(-1)?.headers).toMatchObject({ host: `${host}:${port}`, cookie: 'sid=x' })
})

test('who comes by http is sent to https, on either port, and keeps the method', async () => {
  const plain = await front.send('/lists/1?sort=due', { method: 'POST', headers: { host } })
  expect([plain.status, plain.headers.location]).toEqual([308, `https://${host}:${port}/lists/1?sort=due`])
  expect(times(plain, 'x-content-type-options')).toBe(1)
  expect(plain.headers).not.toHaveProperty('strict-transport-security')
  const mistaken = await front.send('/today', { headers: { host } }, { port })
  expect([mistaken.status, mistaken.headers.location]).toEqual([308, `https://${host}:${port}/today`])
})

test('another host on a connection that was ours gets no answer', async () => {
  await expect(send('/api/tasks', { host: 'evil.example' })).rejects.toThrow(/hang up|reset/i)
  expect(json(await send('/health/live', { host: 'evil.example' }))).toEqual({ live: true })
})

test('what is neither TLS nor HTTP is let go', async () => {
  const socket = connectTcp(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'))
  socket.on('error', () => {})
  socket.resume()
  await new Promise((done) => socket.once('close', done))
})
