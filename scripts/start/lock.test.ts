import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withLock } from './lock.mjs'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'doable-lock-')), 'deep/start.lock')

test('one at a time, the second after the first has ended', async () => {
  const file = newFile()
  const seen: string[] = []
  const first = withLock(file, async () => {
    seen.push('first in')
    await new Promise((resolve) => setTimeout(resolve, 50))
    seen.push('first out')
  })
  const second = withLock(
    file,
    async () => void seen.push('second in'),
    (words) => void seen.push(words),
  )
  await Promise.all([first, second])
  expect(seen).toEqual([
    'first in',
    'Waiting for another start of Doable to finish installing ...',
    'first out',
    'second in',
  ])
  expect(existsSync(file)).toBe(false)
})

test('work that fails gives the lock back', async () => {
  const file = newFile()
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(file)).toBe(false)
})

test('the lock of a process that has died is taken over', async () => {
  const file = newFile()
  await withLock(file, async () => undefined)
  writeFileSync(file, String(spawnSync(process.execPath, ['--version']).pid))
  expect(
    await withLock(
      file,
      async () => 'mine',
      () => undefined,
    ),
  ).toBe('mine')
})

test('a lock that nobody has touched for long is taken over', async () => {
  const file = newFile()
  await withLock(file, async () => undefined)
  writeFileSync(file, String(process.pid))
  utimesSync(file, new Date(0), new Date(0))
  expect(
    await withLock(
      file,
      async () => 'mine',
      () => undefined,
    ),
  ).toBe('mine')
})
