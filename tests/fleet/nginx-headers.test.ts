import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, remove } from '../support/server.ts'
import { type Answered, Front, times } from './front.ts'
import { Origin, serviceHeaders } from './origin.ts'

let front: Front
let careful: Origin
let careless: Origin
beforeAll(async () => {
  careful = await Origin.start('careful')
  careless = await Origin.start('careless', (_heard, response) => response.end('{}'))
  front = await Front.start(
    { user: [careless], task: [careful], notification: [] },
    { settings: { BODY_LIMIT: '2000', REQUESTS_PER_SECOND: '1', REQUESTS_AT_ONCE: '20' } },
  )
})
afterAll(async () => {
  await front?.stop()
  await careful.close()
  await careless.close()
})

const people = { accept: 'text/html' }
const expected = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/camera=\(\).*microphone=\(\)/),
}

function isSafe(answer: Answered, status: number) {
  expect(answer.status).toBe(status)
  expect(answer.headers).toMatchObject(expected)
  const single = [...Object.keys(expected), 'content-security-policy', 'cache-control', 'content-type']
  for (const name of single) expect([status, name, times(answer, name)]).toEqual([status, name, 1])
  expect(answer.headers['content-security-policy']).toMatch(
    /default-src '(none|self)'.*frame-ancestors 'none'/,
  )
  expect(answer.headers).not.toHaveProperty('strict-transport-security')
  expect(answer.headers.server).toBe('nginx')
}

test('each header comes exactly once, whoever answers', async () => {
  isSafe(await front.send('/', { headers: people }), 200)
  isSafe(await front.send('/mfe/shell/mfe.json'), 200)
  isSafe(await front.send('/mfe/shell/gone.js'), 404)
  isSafe(await front.send('/', { method: 'POST', headers: people }), 405)
  isSafe(await front.send('/api/tasks'), 200)
  isSafe(await front.send('/api/gone'), 404)
  isSafe(await front.send('/api/events'), 502)
  isSafe(await front.send('/api/tasks', { method: 'POST', body: 'x'.repeat(2001) }), 413)
  isSafe(await front.send('/%'), 400)
  isSafe(await front.send(`/api/tasks?q=${'x'.repeat(40_000)}`), 414)
  isSafe(await front.send('/api/tasks', { headers: { 'x-long': 'x'.repeat(40_000) } }), 431)
  await writeFile(front.files.maintenance, '')
  isSafe(await front.send('/', { headers: people }), 503)
  isSafe(await front.send('/api/tasks'), 503)
  await rm(front.files.maintenance)
})

test('what a service leaves out is added, and what it says itself stays', async () => {
  const bare = await front.send('/api/me')
  expect(bare.headers).toMatchObject({ ...expected, ...serviceHeaders })
  careful.answer = (_heard, response) =>
    response
      .writeHead(200, { 'content-security-policy': "default-src 'self'", 'cache-control': 'private' })
      .end('')
  const own = await front.send('/api/tasks')
  careful.answer = (_heard, response) => careful.say(response)
  expect(own.headers).toMatchObject({
    ...expected,
    'content-security-policy': "default-src 'self'",
    'cache-control': 'private',
  })
  expect([times(own, 'content-security-policy'), times(own, 'cache-control')]).toEqual([1, 1])
})

test('too many requests are refused with a problem document that says when to come back', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => front.send('/api/tasks')))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(10)
  for (const answer of refused) {
    isSafe(answer, 429)
    expect(answer.headers).toMatchObject({ 'retry-after': '10', 'content-type': 'application/problem+json' })
  }
})

test('a page for a bad day is for people and has the style that its policy allows', async () => {
  const dist = await dataFolder()
  await writeFile(join(dist, 'policies.conf'), '')
  const broken = await Front.start({ user: [], task: [], notification: [] }, { dist })
  const wrong = await broken.send('/today', { headers: people })
  await writeFile(broken.files.maintenance, '')
  const closed = await broken.send('/today', { headers: people })
  await broken.stop()
  await remove(dist)

  for (const [answer, status, heading] of [
    [wrong, 500, 'Doable cannot answer right now'],
    [closed, 503, 'Doable is being looked after'],
  ] as const) {
    isSafe(answer, status)
    const html = answer.bytes.toString()
    expect([answer.headers['content-type'], html]).toEqual([
      'text/html; charset=utf-8',
      expect.stringContaining(`<h1>${heading}</h1>`),
    ])
    const [, style = ''] = /<style>(.+?)<\/style>/s.exec(html) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(answer.headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`)
  }
})

test('what is not HTTP is told so', async () => {
  const socket = connect(front.port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'))
  let said = ''
  for await (const chunk of socket) said += chunk
  expect(said).toMatch(
    /^HTTP\/1\.1 400 [\s\S]*\r\ncontent-type: application\/problem\+json[\s\S]*"\/problems\/bad-request"/i,
  )
})
