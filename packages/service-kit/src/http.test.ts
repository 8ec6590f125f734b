import { connect } from 'node:net'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { startServices, type TestApp } from './testing.ts'

let running: TestApp
let sid: string
beforeAll(async () => {
  running = await startServices([noteService], {
    env: { LOG_LEVEL: 'silent', PUBLIC_URL: 'http://todo.local' },
  })
  const answer = await post('/api/notes/session', { personId: uuidv7() })
  sid = answer.json().secret
})
afterAll(() => running.stop())

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...(sid && { cookie: `sid=${sid}` }), ...headers },
  })
const get = (url: string, headers = {}) => running.app.inject({ url, headers })

test.each([
  ['an unknown address', () => get('/api/nothing'), 404, 'no-such-page'],
  [
    'a method the address does not take',
    () => running.app.inject({ method: 'PATCH', url: '/api/notes' }),
    405,
    'method-not-allowed',
  ],
  ['no session', () => get('/api/notes'), 401, 'signed-out'],
  ['a body that is not JSON', () => raw('{"text":', 'application/json'), 400, 'bad-json'],
  ['no body', () => raw('', 'application/json'), 400, 'bad-json'],
  [
    'a body of another type',
    () => raw('text=x', 'application/x-www-form-urlencoded'),
    415,
    'unsupported-media-type',
  ],
  ['plain text', () => raw('{"text":"x"}', 'text/plain'), 415, 'unsupported-media-type'],
  ['prototype keys', () => raw('{"__proto__":{"x":1},"text":"y"}', 'application/json'), 400, 'bad-json'],
  ['a body beyond the limit', () => post('/api/notes', { text: 'x'.repeat(1_100_000) }), 413, 'too-large'],
  ['an address that cannot be decoded', () => get('/api/notes/%ff%'), 400, 'bad-url'],
  ['the same row twice', () => get('/api/notes/broken/twice'), 409, 'already-exists'],
  ['a full disk', () => get('/api/notes/broken/full'), 507, 'storage-full'],
  ['a busy database', () => get('/api/notes/broken/busy'), 503, 'database-busy'],
])('%s is answered with a problem document', async (_what, send, status, code) => {
  const answer = await send()
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.json()).toMatchObject({ type: `/problems/${code}`, status, title: expect.any(String) })
})

const raw = (payload: string, type: string) =>
  running.app.inject({
    method: 'POST',
    url: '/api/notes',
    payload,
    headers: { cookie: `sid=${sid}`, 'content-type': type },
  })

test('what does not fit is pointed at, each fault at its own place', async () => {
  const answer = await post('/api/notes', { text: '', 'a/b~c': 1, ownerId: 'x' })
  expect(answer.statusCode).toBe(400)
  const pointers = answer.json().errors.map((fault: { pointer: string }) => fault.pointer)
  expect(new Set(pointers)).toEqual(new Set(['/text', '/a~1b~0c', '/ownerId']))
})

test.each(['thrown', 'sql', 'more'])('a fault of the program (%s) says nothing about itself', async (how) => {
  const answer = await get(`/api/notes/broken/${how}`)
  expect(answer.statusCode).toBe(500)
  const { type, title, status, detail, ...rest } = answer.json()
  expect({ type, status, rest }).toEqual({ type: '/problems/internal-error', status: 500, rest: {} })
  expect(`${title} ${detail}`).not.toMatch(/secret|Nowhere|passwordHash/)
})

test('a busy database says when to come back', async () => {
  expect((await get('/api/notes/broken/busy')).headers['retry-after']).toBe('2')
})

test('a wrong method is told the right ones', async () => {
  const answer = await running.app.inject({ method: 'PATCH', url: `/api/notes/${uuidv7()}` })
  expect(answer.headers.allow).toBe('GET, DELETE')
})

test.each([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 201],
  [{ 'sec-fetch-site': 'none' }, 201],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'http://todo.local' }, 201],
  [{ origin: 'http://localhost:80', host: 'localhost:80' }, 403],
  [{ origin: 'http://192.168.1.5:3000', host: '192.168.1.5:3000' }, 201],
  [{}, 201],
])('a change with %o is answered %i', async (headers, status) => {
  expect((await post('/api/notes', { text: 'x' }, headers as Record<string, string>)).statusCode).toBe(status)
})

test('a script with a bearer secret needs no origin, and a foreign origin cannot ride on it', async () => {
  const headers = { authorization: `Bearer ${sid}`, origin: 'https://script.example' }
  const answer = await running.app.inject({
    method: 'POST',
    url: '/api/notes',
    payload: { text: 'x' },
    headers,
  })
  expect(answer.statusCode).toBe(201)
})

test('every answer forbids sniffing, framing and keeping', async () => {
  for (const url of ['/api/notes', '/api/nothing', '/health/live']) {
    const { headers } = await get(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  }
})

test('what is not HTTP, and headers beyond 64 KB, are answered with a problem document too', async () => {
  await running.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = running.app.server.address() as { port: number }
  const say = (text: string) =>
    new Promise<string>((resolve, reject) => {
      let heard = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(text))
      socket.on('data', (bytes) => {
        heard += bytes
      })
      socket.on('close', () => resolve(heard))
      socket.on('error', reject)
    })
  expect(await say('hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 [\s\S]*\/problems\/bad-request/)
  const long = `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`
  expect(await say(long)).toMatch(/^HTTP\/1.1 431 [\s\S]*\/problems\/headers-too-large/)
  const fits = `GET /health/live?${'y'.repeat(60_000)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`
  expect(await say(fits)).toMatch(/^HTTP\/1.1 200/)
})
