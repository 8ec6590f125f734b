import { createHash, randomInt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, gzipSync } from 'node:zlib'
import { trailerLength, trailerOf } from '@doable/service-kit/backup/trailer'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rowsIn, startCommand } from '../support/db-command.ts'
import { dataFolder, remove } from '../support/server.ts'

let data: string
let before: ReturnType<typeof rowsIn>
let good: Buffer
const file = (name = 'doable.db') => join(data, name)
const run = (...words: string[]) => startCommand(data, words).ended
beforeAll(async () => {
  data = await dataFolder()
  await run('seed')
  enlarge(file())
  await run('backup', 'good.backup')
  good = readFileSync(file('good.backup'))
  const open = new DatabaseSync(file())
  open.exec(`UPDATE Tasks SET title = 'changed since'`)
  open.close()
  before = rowsIn(file())
})
beforeEach(() => {
  for (const name of readdirSync(data))
    if (!/^(doable\.db|good\.backup|last-backup\.json)$/.test(name)) rmSync(file(name), { recursive: true })
})
afterAll(() => remove(data))

/** So many rows that what is done with them takes its time, of words that do not pack well. */
function enlarge(name: string): void {
  const open = new DatabaseSync(name)
  open.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
    INSERT INTO TaskHandledEvents (eventId, type, handledAt)
      SELECT lower(hex(randomblob(16))), hex(randomblob(30)), '2026-11-23 00:00:00.000 +00:00' FROM n`)
  open.close()
}

/** What SQLite keeps beside a file while somebody reads it, as these tests do, is not meant. */
const files = () =>
  readdirSync(data)
    .filter((name) => !/-(wal|shm)$|^last-backup\.json$/.test(name))
    .sort()
const asBefore = () => expect(rowsIn(file())).toEqual(before)

/** A backup with another first line, and a checksum that is right. */
function withHeader(change: (header: Record<string, unknown>) => void): Buffer {
  const [first = '', ...rest] = gunzipSync(good.subarray(0, -trailerLength)).toString().split('\n')
  const header = JSON.parse(first)
  change(header)
  const packed = gzipSync([JSON.stringify(header), ...rest].join('\n'))
  return Buffer.concat([packed, trailerOf(createHash('sha256').update(packed).digest('hex'))])
}

function flipped(): Buffer {
  const bytes = Buffer.from(good)
  const at = randomInt(2, bytes.length)
  const bit = randomInt(8)
  console.info(`bit ${bit} of byte ${at} of ${bytes.length}`)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  return bytes
}

test.each<[string, () => Buffer, RegExp]>([
  ['of which a bit has turned', flipped, /damaged/],
  [
    'whose checksum has a wrong bit',
    () => Buffer.concat([good.subarray(0, -1), Buffer.from([7])]),
    /damaged/,
  ],
  ['that was cut off', () => good.subarray(0, good.length >> 1), /damaged/],
  ['that lacks its last byte', () => good.subarray(0, -1), /damaged/],
  ['that is none', () => Buffer.alloc(5000, 'x'), /no backup of Doable/],
  ['that is empty', () => Buffer.alloc(0), /no backup of Doable/],
  ['of a newer format', () => withHeader((header) => Object.assign(header, { version: 2 })), /newer version/],
  [
    'of newer tables',
    () =>
      withHeader(({ ledgers }) => (ledgers as Record<string, string[]>).TaskMigrations?.push('29990101-x')),
    /newer version .*29990101-x/,
  ],
])('a backup %s is refused before anything changes', async (_what, bytes, why) => {
  writeFileSync(file('bad.backup'), bytes())
  expect(await run('restore', 'bad.backup')).toMatchObject({ code: 1, said: expect.stringMatching(why) })
  asBefore()
  expect(files()).toEqual(['bad.backup', 'doable.db', 'good.backup'])
})

test('a backup that holds something else than it says leaves the database as it was', async () => {
  const lines = gunzipSync(good.subarray(0, -trailerLength)).toString().split('\n')
  const packed = gzipSync(lines.filter((line) => !line.includes('@example.org')).join('\n'))
  const sum = trailerOf(createHash('sha256').update(packed).digest('hex'))
  writeFileSync(file('short.backup'), Buffer.concat([packed, sum]))
  expect((await run('restore', 'short.backup')).code).toBe(1)
  asBefore()
})

test('a file that is there is written over only with --force, and nobody else may read it', async () => {
  writeFileSync(file('there.backup'), 'mine')
  expect(await run('backup', 'there.backup')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/--force/),
  })
  expect(readFileSync(file('there.backup'), 'utf8')).toBe('mine')
  expect(await run('backup', 'there.backup', '--force')).toMatchObject({ code: 0 })
  expect(readFileSync(file('there.backup')).length).toBeGreaterThan(good.length >> 1)
  if (process.platform !== 'win32') expect(statSync(file('there.backup')).mode & 0o77).toBe(0)
})

test.skipIf(process.platform === 'win32')(
  'a full disk leaves no half backup and no half database',
  async () => {
    const limit = Math.floor(good.length / 2048)
    const full = await startCommand(data, ['backup', 'full.backup'], limit).ended
    expect(full).toMatchObject({
      code: 1,
      said: expect.stringMatching(/full\.backup cannot be written: the disk is full/),
    })
    expect((await startCommand(data, ['restore', 'good.backup'], limit).ended).code).not.toBe(0)
    asBefore()
    expect(files()).toEqual(['doable.db', 'good.backup'])
  },
)

test('killed while it writes a backup, it leaves what is no backup, and the next one is made all the same', async () => {
  const { child, ended } = startCommand(data, ['backup', 'killed.backup'])
  while (!existsSync(file('killed.backup.part')) && child.exitCode === null) await new Promise(setImmediate)
  child.kill('SIGKILL')
  await ended
  expect(existsSync(file('killed.backup'))).toBe(false)
  expect(existsSync(file('killed.backup.part'))).toBe(true)
  expect(await run('backup', 'next.backup')).toMatchObject({ code: 0 })
})

test('killed while it restores, it leaves the database as it was, and the next try restores', async () => {
  const { child, ended } = startCommand(data, ['restore', 'good.backup'])
  while (!existsSync(file('doable.db.restoring')) && child.exitCode === null) await new Promise(setImmediate)
  child.kill('SIGKILL')
  await ended
  expect(existsSync(file('doable.db.restoring'))).toBe(true)
  asBefore()
  expect(await run('restore', 'good.backup')).toMatchObject({ code: 0 })
  const titles = rowsIn(file()).Tasks?.map(({ title }) => title)
  expect(titles).not.toContain('changed since')
  const kept = readdirSync(data).find((name) => name.includes('before-restore')) ?? ''
  expect(rowsIn(file(kept))).toEqual(before)
})
