import { mkdtemp, readFile, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { signInAt, statusAt } from '../fixtures/sessions.conformance.ts'
import { readConfig } from './config.ts'
import { makeKeysOnce } from './key-file.ts'
import { KeyRing, type Pace } from './key-ring.ts'
import { listKeys, rotateKeys } from './key-rotation.ts'
import { openLog } from './log.ts'
import { Principals } from './principal.ts'
import { startServices } from './testing.ts'

const day = 24 * 60 * 60 * 1000
const keepFor = 90 * day
const log = await openLog(readConfig({ LOG_LEVEL: 'silent' }))
const ann = { id: 'ann', sessionId: 's', administrator: true, secretHash: 'h' }
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-keys-'))
  file = join(folder, 'keys.json')
  await makeKeysOnce(file, new Date('2026-01-01T00:00:00Z'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const never: Pace = { everyMs: 3_600_000, soonestMs: 0 }
const always: Pace = { everyMs: 0, soonestMs: 0 }
const open = async (pace: Pace) => new Principals(await KeyRing.open(file, { make: false, log, pace }))
const kidOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid

test('a new key signs, the former one only verifies, and the file stays its owner’s alone', async () => {
  const [first] = await listKeys(file)
  const { made, retired, dropped } = await rotateKeys(file, {
    keepFor,
    now: new Date('2026-02-01T00:00:00Z'),
  })
  expect([retired, dropped]).toEqual([first?.id, []])
  expect(await listKeys(file)).toEqual([
    { id: made, signs: true, createdAt: '2026-02-01T00:00:00.000Z' },
    {
      id: retired,
      signs: false,
      createdAt: '2026-01-01T00:00:00.000Z',
      retiredAt: '2026-02-01T00:00:00.000Z',
    },
  ])
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600')
  const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: { d?: string }[] }
  expect(keys.map(({ d }) => typeof d)).toEqual(['string', 'undefined'])
})

test('a key goes once no session signed with it can live', async () => {
  const at = (date: string) => ({ keepFor, now: new Date(date) })
  const { retired } = await rotateKeys(file, at('2026-02-01T00:00:00Z'))
  expect((await rotateKeys(file, at('2026-05-02T00:00:00Z'))).dropped).toEqual([])
  expect((await rotateKeys(file, at('2026-05-04T00:00:00Z'))).dropped).toEqual([retired])
  expect(await listKeys(file)).toHaveLength(3)
})

test('a process takes a new key up by itself, and knows those of processes that were quicker', async () => {
  const [slow, quick] = [await open(never), await open(always)]
  const before = await slow.sign(ann)
  const { made, retired } = await rotateKeys(file, { keepFor })
  const fresh = await quick.sign(ann)
  const late = await slow.sign(ann)
  expect([before, fresh, late].map(kidOf)).toEqual([retired, made, retired])
  for (const principals of [slow, quick])
    for (const token of [before, fresh, late]) expect(await principals.verify(token)).toMatchObject(ann)
  expect(kidOf(await slow.sign(ann))).toBe(made)
})

test('a key that was taken out of the file takes with it what it had signed', async () => {
  const principals = await open(always)
  const token = await principals.sign(ann)
  expect(await principals.verify(token)).toMatchObject(ann)
  await unlink(file)
  await makeKeysOnce(file)
  expect(await principals.verify(token)).toBeUndefined()
})

test('a file that cannot be read for a while changes nothing', async () => {
  const principals = await open(always)
  const token = await principals.sign(ann)
  const whole = await readFile(file, 'utf8')
  for (const text of ['', '{"keys":[]}', whole.slice(0, 100)]) {
    await writeFile(file, text)
    expect(await principals.verify(token)).toMatchObject(ann)
    expect(await principals.verify(await principals.sign(ann))).toMatchObject(ann)
  }
})

test('of several rotations at once one is done, or each after the other', async () => {
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => rotateKeys(file, { keepFor })))
  const done = all.filter(({ status }) => status === 'fulfilled')
  expect(done.length).toBeGreaterThan(0)
  expect(await listKeys(file)).toHaveLength(done.length + 1)
  for (const one of all)
    if (one.status === 'rejected') expect(one.reason.message).toMatch(/^Somebody else is changing/)
})

test('a file that is a link stays one', async () => {
  const linked = join(folder, 'linked.json')
  await symlink(file, linked)
  const { made } = await rotateKeys(linked, { keepFor })
  expect((await listKeys(file))[0]?.id).toBe(made)
})

test('nobody is signed out, in whichever way Doable runs', async () => {
  const running = await startServices([noteService], { env: { SESSION_KEYS: file } })
  const { secret } = await signInAt(running)
  for (let n = 0; n < 3; n += 1) await rotateKeys(file, { keepFor })
  expect(await statusAt(running, secret)).toBe(200)
  await running.app.close()
  const again = await startServices([noteService], {
    env: { SESSION_KEYS: file, DATA_DIR: running.dataDir },
  })
  expect(await statusAt(again, secret)).toBe(200)
  expect(await statusAt(again, (await signInAt(again)).secret)).toBe(200)
  await again.stop()
  await running.stop()
})
