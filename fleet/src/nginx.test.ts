import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeNginx } from './nginx.ts'

const home = new URL('../../ops/nginx/', import.meta.url)
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-nginx-'))
})
afterEach(() => rm(folder, { recursive: true }))

const options = {
  listen: '127.0.0.1:8080',
  publicUrl: new URL('http://localhost:8080'),
  status: '127.0.0.1:8081',
  upstreams: { user: [{ host: '127.0.0.1', port: 4001 }], task: [], notification: [] },
  dist: '/nowhere',
}
const read = (name: string) => readFile(join(folder, name), 'utf8')

test('what a container fills in is all that the templates ask for, and nothing is filled in for nobody', async () => {
  const settings = parseEnv(await readFile(new URL('settings.env', home), 'utf8'))
  const asked = new Set<string>()
  for (const name of await readdir(new URL('templates/', home))) {
    const text = await readFile(new URL(`templates/${name}`, home), 'utf8')
    for (const [, placeholder = ''] of text.matchAll(/\$\{(\w+)\}/g)) asked.add(placeholder)
  }
  expect([...asked].sort()).toEqual(Object.keys(settings).sort())
})

test('replicas, their absence, proxies and settings are filled in', async () => {
  const { conf } = await writeNginx(folder, {
    ...options,
    trustedProxies: ['10.0.0.0/8', 'fd00::/8'],
    settings: { BODY_LIMIT: '2222' },
  })
  expect(await readFile(conf, 'utf8')).toContain(`pid ${folder}/nginx.pid;`)
  const balance = await read('balance-hash.conf')
  expect(balance).toMatch(/upstream user \{[^}]+server 127\.0\.0\.1:4001 [^}]+\}/)
  expect(balance).toMatch(/upstream task \{[^}]+server 127\.0\.0\.1:9 down;[^}]+\}/)
  expect(await read('clients.conf')).toContain('set_real_ip_from 10.0.0.0/8; set_real_ip_from fd00::/8;')
  expect(await read('limits.conf')).toContain('client_max_body_size 2222;')
})

test('written again, it says what is true now and leaves nothing half written', async () => {
  await writeNginx(folder, options)
  await writeNginx(folder, {
    ...options,
    upstreams: { ...options.upstreams, user: [{ host: 'b', port: 1 }] },
  })
  expect(await read('balance-hash.conf')).toContain('server b:1 ')
  expect(await read('balance-hash.conf')).not.toContain(':4001')
  expect((await readdir(folder)).filter((name) => /new$|template$/.test(name))).toEqual([])
})
