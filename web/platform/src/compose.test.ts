import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { compose } from './compose.ts'
import { Deployed, entry } from './deployed.testing.ts'

const importMap = (html: string) =>
  JSON.parse(/<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}').imports as Record<
    string,
    string
  >
const preloads = (html: string) =>
  [...html.matchAll(/modulepreload" href="([^"]+)"/g)].map((match) => match[1])
const named = (html: string) => /name="microfrontends" content="([^"]*)"/.exec(html)?.[1]

test('the import map names the entries of every part', () => {
  using deployed = new Deployed().all()
  const { html } = compose(deployed.dist)
  expect(importMap(html)).toMatchObject({
    react: '/mfe/platform/vendor.js',
    'shell/main': '/mfe/shell/main.js',
    'task-management/manifest': '/mfe/task-management/manifest.js',
  })
  expect(named(html)).toBe('task-management user-profile')
})

test('a part that is missing leaves the rest', () => {
  using deployed = new Deployed().all()
  deployed.remove('task-management')
  const { html } = compose(deployed.dist)
  expect(named(html)).toBe('user-profile')
  expect(html).not.toContain('task-management')
  expect(importMap(html)['user-profile/manifest']).toBe('/mfe/user-profile/manifest.js')
})

test('only what the first page needs is fetched early', () => {
  using deployed = new Deployed().all()
  const early = preloads(compose(deployed.dist).html)
  expect(early).toContain('/mfe/platform/libraries.js')
  expect(early).toContain('/mfe/task-management/page.js')
  expect(early).toContain('/mfe/platform/tabs.js')
  expect(early).not.toContain('/mfe/user-profile/page.js')
  expect(early).not.toContain('/mfe/platform/select.js')
})

test('the policy allows every inline script and style of the page, and no other', () => {
  using deployed = new Deployed().all()
  const { html, csp } = compose(deployed.dist)
  const inline = [...html.matchAll(/<(script|style)(?: [^>]*)?>(.+?)<\/\1>/gs)].map(
    (match) => match[2] as string,
  )
  expect(inline).toHaveLength(4)
  const hashes = inline.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  for (const hash of hashes) expect(csp).toContain(hash)
  expect(csp.match(/'sha256-/g)).toHaveLength(inline.length)
  expect(csp).not.toContain('unsafe')
})

test('the version changes with any part and with nothing else', () => {
  using deployed = new Deployed().all()
  const before = compose(deployed.dist)
  expect(compose(deployed.dist).version).toBe(before.version)
  deployed.deploy('user-profile', { 'user-profile/manifest': entry('/mfe/user-profile/manifest.js') }, '2')
  expect(compose(deployed.dist).version).not.toBe(before.version)
})

test('the page of an empty folder is a page', () => {
  using deployed = new Deployed()
  const { html, files } = compose(deployed.dist)
  expect(html).toContain('<div id="root"></div>')
  expect(files).toEqual([])
})
