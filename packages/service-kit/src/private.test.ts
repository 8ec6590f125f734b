import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { sessionKeys } from './session-keys.ts'
import { BadSetting } from './setting.ts'

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
  await sessionKeys(join(data, 'keys.json'), true)
  const files = await readdir(data)
  expect(files.sort()).toEqual(['doable.db', 'doable.db-shm', 'doable.db-wal', 'keys.json'])
  for (const file of files) expect([file, await modeOf(join(data, file))]).toEqual([file, '600'])
  expect(await modeOf(data)).toBe('700')
  await db.close()
})

test('of several that make the keys at once all have the same', async () => {
  const file = join(folder, 'keys.json')
  const made = await Promise.all(Array.from({ length: 8 }, () => sessionKeys(file, true)))
  expect(new Set(made.map(([first]) => first?.id)).size).toBe(1)
  expect(await readdir(folder)).toEqual(['keys.json'])
})

test.each([
  ['', 'damaged'],
  ['{"keys":[{"kty":"EC"', 'damaged'],
  ['{"keys":[]}', 'holds no key'],
])('keys that are %j are said to be so in one sentence', async (text, said) => {
  const file = join(folder, 'keys.json')
  await writeFile(file, text)
  await expect(sessionKeys(file, true)).rejects.toThrow(BadSetting)
  await expect(sessionKeys(file, true)).rejects.toThrow(said)
})
