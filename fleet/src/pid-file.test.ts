import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claim, notePid, runningIn } from './pid-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doable-pid-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a process is known for as long as it runs', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600000)'])
  await once(child, 'spawn')
  const file = join(folder, 'it')
  notePid(file, child.pid as number)
  expect(runningIn(file)).toBe(child.pid)
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  expect(runningIn(file)).toBe(undefined)
})

test('another process that was given the number is not taken for it', () => {
  const file = join(folder, 'it')
  notePid(file, process.pid)
  const words = readFileSync(file, 'utf8')
  writeFileSync(file, words.replace(/\S+$/, '1'))
  expect(runningIn(file)).toBe(undefined)
})

test('one process at a time is the only one, and takes over from one that has died', () => {
  const file = join(folder, 'it')
  expect(claim(file)).toBe(undefined)
  expect(claim(file)).toBe(process.pid)
  writeFileSync(file, '4000000 1')
  expect(claim(file)).toBe(undefined)
  expect(runningIn(file)).toBe(process.pid)
})
