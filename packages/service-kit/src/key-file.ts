import { readFile } from 'node:fs/promises'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Config } from './config.ts'
import { makeOnce, replaceFile } from './private-file.ts'
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

/** Whether this process may make keys that are not there: of several machines each would make its own. */
export const makesKeys = ({ redisUrl, mode }: Pick<Config, 'redisUrl' | 'mode'>): boolean =>
  !redisUrl || mode !== 'production'

/** Makes the file with one key where there is none. */
export const makeKeysOnce = (file: string, now = new Date()): Promise<void> =>
  makeOnce(file, async () => textOf([await newKey(now)]))

/** Puts these keys in the place of those of the file. */
export const replaceKeys = (file: string, keys: StoredKey[]): Promise<void> => replaceFile(file, textOf(keys))

const textOf = (keys: StoredKey[]) => `${JSON.stringify({ keys }, null, 2)}\n`
