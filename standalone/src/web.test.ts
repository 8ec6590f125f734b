import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { startServices, type TestApp } from '@doable/service-kit/testing'
import type { Built } from '@doable/web-platform/built'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { docsPage } from './docs-page.ts'
import { web } from './web.ts'

let dist: string
let running: TestApp
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'doable-web-'))
  running = await startServices([], { plugins: [docsPage(['task']), web(dist)] })
})
afterEach(async () => {
  await running.stop()
  await rm(dist, { recursive: true, force: true })
})

async function deploy(name: string, version: number) {
  const folder = join(dist, 'mfe', name)
  const file = `main-${version}.js`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, file), `export default ${version}`)
  await writeFile(join(folder, `${file}.br`), 'packed')
  const path = `/mfe/${name}/${file}`
  const entry = { file: path, along: [], shared: [], later: [], laterShared: [] }
  const built: Built = { name, entries: { [`${name}/main`]: entry }, css: [], files: [path] }
  await writeFile(join(folder, 'mfe.json'), JSON.stringify(built))
  await utimes(join(folder, 'mfe.json'), version, version)
}
const page = (url = '/', headers = {}) =>
  running.app.inject({ url, headers: { accept: 'text/html', ...headers } })

test('before the web is built, the page says what to do', async () => {
  const answer = await page()
  expect([answer.statusCode, answer.body]).toEqual([503, 'The web is not built yet: run npm run build.'])
})

test('every address people open is the page, under a policy without inline scripts', async () => {
  await deploy('shell', 1)
  for (const url of ['/', '/today', '/lists/some-list?sort=due']) {
    const { statusCode, headers, body } = await page(url)
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/)
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
    expect(body).toContain('/mfe/shell/main-1.js')
  }
})

test('what is deployed while it runs is on the next page; what has not changed is not sent again', async () => {
  await deploy('shell', 1)
  const first = await page()
  const again = await page('/', { 'if-none-match': first.headers.etag })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  await deploy('shell', 2)
  const next = await page('/', { 'if-none-match': first.headers.etag })
  expect(next.statusCode).toBe(200)
  expect(next.body).toContain('main-2.js')
})

test('pages come packed as the client takes them', async () => {
  await deploy('shell', 1)
  const plain = await page()
  const br = await page('/', { 'accept-encoding': 'gzip, deflate, br' })
  const gzip = await page('/', { 'accept-encoding': 'gzip, br;q=0' })
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body)
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
  expect([br, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual([
    'br',
    'gzip',
    undefined,
  ])
})

test('files are kept for good and sent packed; mfe.json is asked for each time', async () => {
  await deploy('shell', 1)
  const file = await running.app.inject({ url: '/mfe/shell/main-1.js', headers: { 'accept-encoding': 'br' } })
  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect([file.headers['content-encoding'], file.body]).toEqual(['br', 'packed'])
  const manifest = await running.app.inject('/mfe/shell/mfe.json')
  expect(manifest.headers['cache-control']).toBe('no-cache')
})

test('the worker may fetch and is asked for each time', async () => {
  await deploy('shell', 1)
  const { headers, body } = await running.app.inject('/sw.js')
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'self'",
  })
  expect(headers['content-type']).toMatch(/^text\/javascript/)
  expect(body).toContain('/mfe/shell/main-1.js')
})

test.each([
  '/mfe/shell/gone.js',
  '/mfe/../../package.json',
  '/mfe/%2e%2e/%2e%2e/etc/passwd',
  '/api/gone',
  '/robots.txt',
])('%s is not there', async (url) => {
  await deploy('shell', 1)
  const answer = await running.app.inject({ url, headers: { accept: '*/*' } })
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({ type: '/problems/no-such-page' })
})

test('one page shows the documents of all services', async () => {
  const { body, headers } = await running.app.inject('/api/docs')
  expect(headers['content-type']).toMatch(/^text\/html/)
  const assets = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '')
  expect(assets.length).toBeGreaterThan(3)
  for (const url of assets) expect((await running.app.inject(url)).statusCode).toBe(200)
  expect((await running.app.inject('/api/docs/start.js')).body).toContain('/api/docs/task.json')
})
