import { existsSync } from 'node:fs'
import { chown, link, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { BadSetting } from './setting.ts'

/** A key of the file: a JWK (RFC 7517) with two instants of our own, which others ignore (section 4). */
export type StoredKey = JWK & { kid: string; createdAt?: string; retiredAt?: string }

/**
 * The keys of a file, that which signs first.
 * @throws BadSetting where it cannot be read, is damaged or holds no key to sign with
 */
export async function readKeys(file: string): Promise<StoredKey[]> {
  const text = await readFile(file, 'utf8').catch(() => bad(file, 'cannot be read'))
  const keys = parsed(text) ?? bad(file, 'is damaged; remove it, and everybody signs in anew')
  return keys[0]?.d ? keys : bad(file, 'holds no key to sign with')
}

function parsed(text: string): StoredKey[] | undefined {
  try {
    const { keys } = JSON.parse(text) as { keys: JWK[] }
    return keys.map((key) => ({ ...key, kid: String(key.kid) }))
  } catch {
    return undefined
  }
}

export const bad = (file: string, what: string): never => {
  throw new BadSetting(`SESSION_KEYS names ${file}, which ${what}.`)
}

export async function newKey(now: Date): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = crypto.randomUUID()
  const createdAt = now.toISOString()
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig', createdAt }
}

/**
 * Makes the file with one key where there is none, readable by its owner only. Two processes may start at once, and one
 * be killed while it writes: the file gets its name once it is whole, and only if nothing has that name yet.
 */
export async function makeKeysOnce(file: string, now = new Date()): Promise<void> {
  if (existsSync(file)) return
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = await written(file, [await newKey(now)])
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      // Some file systems know no links; there the last of two wins.
      if (error.code !== 'EEXIST') return rename(draft, file)
    })
  } finally {
    await rm(draft, { force: true })
  }
}

/** Puts these keys in the place of those of the file, for its owner; whoever reads meanwhile reads all old or all new. */
export async function replaceKeys(file: string, keys: StoredKey[]): Promise<void> {
  const place = await realpath(file)
  const { uid, gid } = await stat(place)
  const draft = await written(place, keys)
  try {
    const made = await stat(draft)
    if (made.uid !== uid || made.gid !== gid) await chown(draft, uid, gid)
    await rename(draft, place)
  } finally {
    await rm(draft, { force: true })
  }
}

async function written(file: string, keys: StoredKey[]): Promise<string> {
  const draft = `${file}.${crypto.randomUUID()}`
  const made = await open(draft, 'wx', 0o600)
  await made.writeFile(`${JSON.stringify({ keys }, null, 2)}\n`)
  await made.sync()
  await made.close()
  return draft
}
