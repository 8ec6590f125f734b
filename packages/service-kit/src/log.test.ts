import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-log-'))
  file = join(folder, 'log')
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const logTo = (fd: number, LOG_PRETTY: string) => openLog(readConfig({ LOG_LEVEL: 'info', LOG_PRETTY }), fd)

test.each(['false', 'true'])('lines are written at once (LOG_PRETTY=%s)', async (pretty) => {
  const fd = openSync(file, 'w')
  const log = await logTo(fd, pretty)
  log.info({ one: 1 }, 'hello')
  expect(readFileSync(file, 'utf8')).toContain('hello')
  closeSync(fd)
})

test.each(['false', 'true'])('what cannot be written stops nothing (LOG_PRETTY=%s)', async (pretty) => {
  closeSync(openSync(file, 'w'))
  const fd = openSync(file, 'r')
  const log = await logTo(fd, pretty)
  const errors: unknown[] = []
  const note = (error: unknown) => errors.push(error)
  process.on('uncaughtException', note)
  for (let n = 0; n < 100; n += 1) log.info({ n }, 'hello')
  await new Promise((done) => setImmediate(done))
  process.off('uncaughtException', note)
  expect(errors).toEqual([])
  closeSync(fd)
})

test('an error is logged without what its statement was given', async () => {
  const fd = openSync(file, 'w')
  const log = await logTo(fd, 'false')
  const err = Object.assign(new Error('no'), { parameters: ['a secret title'], sql: 'a secret title' })
  log.error({ err }, 'failed')
  expect(readFileSync(file, 'utf8')).not.toContain('secret')
  closeSync(fd)
})
