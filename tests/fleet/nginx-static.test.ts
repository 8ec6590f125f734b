import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Front, json, times } from './front.ts'
import { Origin } from './origin.ts'

let front: Front
let task: Origin
let script: string
beforeAll(async () => {
  task = await Origin.start('task', (_heard, response) =>
    task.say(response, 200, { tasks: 'x'.repeat(5000) }),
  )
  front = await Front.start({ user: [], task: [task], notification: [] })
  const folder = `${front.options.dist}/mfe/shell`
  const size = (name: string) => statSync(`${folder}/${name}`).size
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  script = `/mfe/shell/${scripts.sort((a, b) => size(b) - size(a))[0]}`
})
afterAll(async () => {
  await front?.stop()
  await task.close()
})

const people = { accept: 'text/html,application/xhtml+xml' }
const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
const built = (path: string) => readFileSync(`${front.options.dist}${path}`, 'utf8')

test.each(['/', '/today', '/lists/some-list?sort=due', '/profile.json', '/index.html', '/maintenance.html'])(
  '%s is the page, asked for each time, under the policy of its inline scripts',
  async (url) => {
    const { status, headers, bytes } = await front.send(url, { headers: people })
    const html = bytes.toString()
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    expect(html).toBe(built('/index.html'))
    const inline = [...html.matchAll(/<(script|style)(?: [^>]*)?>(.+?)<\/\1>/gs)].map(
      ([, , text]) => text ?? '',
    )
    expect(inline.length).toBeGreaterThan(2)
    for (const text of inline)
      expect(headers['content-security-policy']).toContain(
        `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      )
    expect(headers['content-security-policy']).not.toContain('unsafe')
  },
)

test('a page that has not changed is not sent again', async () => {
  for (const packing of ['br', 'gzip', 'identity']) {
    const headers = { ...people, 'accept-encoding': packing }
    const first = await front.send('/', { headers })
    const again = await front.send('/today', {
      headers: { ...headers, 'if-none-match': String(first.headers.etag) },
    })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  }
})

test.each(['/', '/sw.js', 'script'])('%s comes packed as the client takes it', async (which) => {
  const url = which === 'script' ? script : which
  const plain = built(url === '/' ? '/index.html' : url)
  const ask = async (packing?: string) => {
    const headers = { ...people, ...(packing !== undefined && { 'accept-encoding': packing }) }
    const answer = await front.send(url, { headers })
    expect([answer.status, times(answer, 'content-encoding') < 2]).toEqual([200, true])
    expect(answer.headers.vary).toBe('Accept-Encoding')
    const encoding = answer.headers['content-encoding']
    const text = (encoding ? unpack[encoding as keyof typeof unpack] : Buffer.from)(answer.bytes)
    expect(text.toString()).toBe(plain)
    return [encoding, answer.headers['content-type'], answer.bytes.length < plain.length]
  }
  const type = url === '/' ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8'
  expect(await ask('gzip, deflate, br, zstd')).toEqual(['br', type, true])
  expect(await ask('br;q=1.0, gzip;q=0.8')).toEqual(['br', type, true])
  expect(await ask('gzip, br;q=0')).toEqual(['gzip', type, true])
  expect(await ask('gzip;q=0.0, br; q=0.000')).toEqual([undefined, type, false])
  expect(await ask('brx')).toEqual([undefined, type, false])
  expect(await ask()).toEqual([undefined, type, false])
})

test('files are kept for good; what says which there are, and the worker, are asked for each time', async () => {
  expect((await front.send(script)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const manifest = await front.send('/mfe/shell/mfe.json')
  expect(manifest.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'application/json',
    etag: expect.any(String),
  })
  expect(json(manifest)).toMatchObject({ name: 'shell' })
  expect((await front.send('/sw.js')).headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'self'",
  })
})

test('every file of the web has a type of its own', async () => {
  const { dist } = front.options
  const forms = new Map<string, string>()
  for (const part of readdirSync(`${dist}/mfe`))
    for (const name of readdirSync(`${dist}/mfe/${part}`))
      if (!/\.(br|gz)$/.test(name)) forms.set(name.replace(/^.*\./, ''), `/mfe/${part}/${name}`)
  expect([...forms.keys()]).toEqual(expect.arrayContaining(['js', 'css', 'json', 'svg', 'webmanifest']))
  for (const url of forms.values())
    expect([url, (await front.send(url)).headers['content-type']]).not.toEqual([
      url,
      'application/octet-stream',
    ])
})

test.each([
  ['/mfe/shell/gone.js', {}],
  ['/mfe/shell/gone.js', people],
  ['/mfe/', {}],
  ['/mfe/shell', people],
  ['/mfe/../../package.json', {}],
  ['/mfe/%2e%2e/%2e%2e/etc/passwd', {}],
  ['/policies.conf', {}],
  ['/robots.txt', { accept: '*/*' }],
  ['/favicon.ico', { accept: 'image/avif,image/webp,*/*;q=0.8' }],
  ['/.git/config', {}],
])('%s is not there for %j', async (url, headers) => {
  const answer = await front.send(url, { headers })
  // What leads out of the site cannot even be read as an address.
  expect(answer.status).toBe(url.includes('..') || url.includes('%2e') ? 400 : 404)
  expect([answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
    'application/problem+json',
    'no-store',
  ])
})

test('files are for reading', async () => {
  for (const url of ['/today', script, '/sw.js']) {
    const answer = await front.send(url, { method: 'POST', headers: people, body: '{}' })
    expect([url, answer.status, answer.headers.allow]).toEqual([url, 405, 'GET, HEAD'])
    expect(json(answer)).toMatchObject({ type: '/problems/method-not-allowed', status: 405 })
    expect((await front.send(url, { method: 'HEAD', headers: people })).status).toBe(200)
  }
})

test('what services say is packed on the way, once', async () => {
  const packed = await front.send('/api/tasks', { headers: { 'accept-encoding': 'gzip, br' } })
  expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual(['gzip', 'Accept-Encoding'])
  expect(JSON.parse(gunzipSync(packed.bytes).toString())).toEqual({ tasks: 'x'.repeat(5000) })
  expect((await front.send('/api/tasks')).headers['content-encoding']).toBeUndefined()
})
