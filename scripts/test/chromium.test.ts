import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findChromium, needChromium } from './chromium.ts'

test('CHROMIUM goes before everything that is installed', () => {
  expect(findChromium({ CHROMIUM: '/opt/mine', PATH: '/usr/bin' })).toBe('/opt/mine')
})

test('a browser is found on the PATH', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doable-chromium-'))
  writeFileSync(join(folder, 'chromium'), '')
  const found = findChromium({ PATH: folder })
  expect(['/usr/bin/chromium', join(folder, 'chromium')]).toContain(found)
})

test('a CHROMIUM that is not there ends in one sentence', () => {
  expect(() => needChromium({ CHROMIUM: '/nowhere/chromium' })).toThrow(
    /^The browser tests need .+ CHROMIUM\.$/,
  )
})
