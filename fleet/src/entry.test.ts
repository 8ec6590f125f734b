import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const entry = join(import.meta.dirname, '../../ops/nginx/entry.sh')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doable-entry-'))
  // In place of the programs of the image: one that says what it was given, and one that leaves a template as it is.
  writeFileSync(join(folder, 'nginx'), '#!/bin/sh\nprintenv RESOLVER\n', { mode: 0o755 })
  writeFileSync(join(folder, 'envsubst'), '#!/bin/sh\nexec cat\n', { mode: 0o755 })
})
afterEach(() => rmSync(folder, { recursive: true }))

const resolverOf = (env: Record<string, string>) =>
  execFileSync('sh', [entry], {
    env: { PATH: `${folder}:${process.env.PATH}`, RUNTIME: folder, ...env },
    encoding: 'utf8',
  }).trim()

test('NGINX in a container asks the name servers of the container, where none is given', () => {
  const servers = [...readFileSync('/etc/resolv.conf', 'utf8').matchAll(/^nameserver\s+([^\s%]+)$/gm)]
  const written = servers
    .map(([, address = '']) => (address.includes(':') ? `[${address}]` : address))
    .join(' ')
  expect(resolverOf({})).toBe(written || '127.0.0.11')
  expect(resolverOf({ RESOLVER: '192.0.2.53' })).toBe('192.0.2.53')
})
