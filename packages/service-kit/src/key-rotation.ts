import { open, rm } from 'node:fs/promises'
import { newKey, readKeys, replaceKeys, type StoredKey } from './key-file.ts'
import { BadSetting } from './setting.ts'

/** A process that looks seldom goes on signing with the former key for a while. */
const slackMs = 24 * 60 * 60 * 1000

/** A key as it may be shown. Instants are ISO 8601 in UTC; `createdAt` is unknown of keys of old. */
export type ShownKey = { id: string; signs: boolean; createdAt?: string; retiredAt?: string }
export type Rotation = { made: string; retired: string; dropped: string[] }

/**
 * Puts a new signing key in front. Of former keys the public halves stay for as long as sessions signed with them may
 * live, so nobody is signed out; running processes take the new key up by themselves.
 * @param keepFor milliseconds: SESSION_MAX_DAYS
 * @throws BadSetting where the file is none of keys, or somebody else is changing it
 */
export async function rotateKeys(
  file: string,
  { keepFor, now = new Date() }: { keepFor: number; now?: Date },
): Promise<Rotation> {
  return alone(file, async () => {
    const [signing, ...former] = (await readKeys(file)) as [StoredKey, ...StoredKey[]]
    const made = await newKey(now)
    const retired = [signing, ...former].map((key) => retire(key, now))
    const isOver = ({ retiredAt = '' }: StoredKey) =>
      Date.parse(retiredAt) + keepFor + slackMs < now.getTime()
    await replaceKeys(file, [made, ...retired.filter((key) => !isOver(key))])
    return { made: made.kid, retired: signing.kid, dropped: retired.filter(isOver).map(({ kid }) => kid) }
  })
}

/** What a file of keys holds, that which signs first. Nothing secret. @throws BadSetting */
export async function listKeys(file: string): Promise<ShownKey[]> {
  const keys = await readKeys(file)
  return keys.map(({ kid, createdAt, retiredAt }, at) => ({
    id: kid,
    signs: at === 0,
    ...(createdAt && { createdAt }),
    ...(retiredAt && { retiredAt }),
  }))
}

/** Without its secret half a key can only verify. */
function retire({ d: _secret, ...key }: StoredKey, now: Date): StoredKey {
  return { ...key, kid: key.kid as string, retiredAt: key.retiredAt ?? now.toISOString() }
}

/** Of two rotations at once, the one that wrote last would take the key of the other out of use before its time. */
async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`
  const held = await open(lock, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    throw new BadSetting(`Somebody else is changing ${file}; if nobody is, remove ${lock}.`)
  })
  try {
    return await work()
  } finally {
    await held.close()
    await rm(lock, { force: true })
  }
}
