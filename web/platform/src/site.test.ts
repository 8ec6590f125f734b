import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compose, serviceWorker, workerPolicy } from './compose.ts'
import { Deployed } from './deployed.testing.ts'
import { writeSite } from './site.ts'

test('a web server of its own gets the same page and worker as ours, packed and under the same policies', async () => {
  using deployed = new Deployed().all()
  const { dist } = deployed
  await writeSite(dist)
  const page = compose(dist)
  const read = (name: string) => readFileSync(join(dist, name))
  for (const [name, text] of [
    ['index.html', page.html],
    ['sw.js', serviceWorker(page)],
  ] as const) {
    expect(read(name).toString()).toBe(text)
    expect(brotliDecompressSync(read(`${name}.br`)).toString()).toBe(text)
    expect(gunzipSync(read(`${name}.gz`)).toString()).toBe(text)
  }
  const policies = read('policies.conf').toString()
  expect(policies).toContain(`index\\.html" "${page.csp}";\n`)
  expect(policies).toContain(`sw\\.js" "${workerPolicy}";\n`)
})

test('it follows what is deployed', async () => {
  using deployed = new Deployed().all()
  const { dist } = deployed
  await writeSite(dist)
  deployed.remove('task-management')
  await writeSite(dist)
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toContain('task-management/')
  expect(readdirSync(dist).sort()).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    'mfe',
    'policies.conf',
    'sw.js',
    'sw.js.br',
    'sw.js.gz',
  ])
})
