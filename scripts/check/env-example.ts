import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { root } from './tool.ts'

const file = join(root, '.env.example')

/** `.env.example` says what the code reads: every setting, its default and one line of help. */
export const envExample: Check = {
  name: '.env.example',
  run: async () => {
    const { envExample: expected } = await import('@doable/service-kit/config')
    const there = readFileSync(file, 'utf8').split('\n')
    const wanted = expected().split('\n')
    const missing = wanted.filter((line) => !there.includes(line)).map((line) => `missing: ${line}`)
    const stale = there.filter((line) => !wanted.includes(line)).map((line) => `not in the code: ${line}`)
    const sameOrder = there.join('\n') === wanted.join('\n')
    return missing.length + stale.length || sameOrder
      ? [...missing, ...stale]
      : ['the order differs from the code']
  },
  fix: async () => {
    const { envExample: expected } = await import('@doable/service-kit/config')
    writeFileSync(file, expected())
  },
}
