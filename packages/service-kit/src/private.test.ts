import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { makeKeysOnce } from './key-file.ts'
import { KeyRing } from './key-ring.ts'
import { listKeys } from './key-rotation.ts'
import { openLog } from './log.ts'
import { BadSetting } from './setting.ts'

const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-private-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

test('other users of the machine read neither the database nor its log nor the keys', async () => {
  const data = join(folder, 'new', 'data')
  const db = await openDatabase(`sqlite:${join(data, 'doable.db')}`)
  await db.query('CREATE TABLE Things (id INTEGER)')
  await makeKeysOnce(join(data, 'keys.json'))
  const files = await readdir(data)
  expect(files.sort()).toEqual(['doable.db', 'doable.db-shm', 'doable.db-wal', 'keys.json'])
  for (const file of files) expect([file, await modeOf(join(data, file))]).toEqual([file, '600'])
  expect(await modeOf(data)).toBe('700')
  await db.close()
})

test('of several that make the keys at once all have the same', async () => {
  const file = join(folder, 'keys.json')
  const make = async () => {
    await makeKeysOnce(file)
    return listKeys(file)
  }
  const made = await Promise.all(Array.from({ length: 8 }, make))
  expect(new Set(made.map(([first]) => first?.id)).size).toBe(1)
  expect(await readdir(folder)).toEqual(['keys.json'])
})

test.each([
  ['', 'damaged'],
  ['{"keys":[{"kty":"EC"', 'damaged'],
  ['{"keys":[]}', 'holds no key'],
  ['{"keys":[{"kty":"EC","kid":"public"}]}', 'holds no key'],
  ['{"keys":[{"kty":"EC","kid":"short","crv":"P-256","x":"A","y":"A","d":"A"}]}', 'damaged'],
])('keys that are %j are said to be so in one sentence', async (text, said) => {
  const file = join(folder, 'keys.json')
  await writeFile(file, text)
  const open = () => KeyRing.open(file, { make: true, log })
  await expect(open()).rejects.toThrow(BadSetting)
  await expect(open()).rejects.toThrow(said)
})
