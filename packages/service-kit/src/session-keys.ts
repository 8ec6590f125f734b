import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { BadSetting } from './setting.ts'

type Key = Awaited<ReturnType<typeof importJWK>>
/** The first key signs; all of them verify, so that a new key can be put in front of an old one. */
export type SessionKeys = { id: string; key: Key }[]

/**
 * Reads the keys that sign sessions (a JWK set, RFC 7517).
 * @param make whether a missing file is made, readable by its owner only; a fleet shares one and makes none
 */
export async function sessionKeys(file: string, make: boolean): Promise<SessionKeys> {
  if (make) await makeOnce(file)
  const set = JSON.parse(await readFile(file, 'utf8').catch(() => missing(file))) as { keys: JWK[] }
  const keys = set.keys.map(async (jwk) => ({
    id: String(jwk.kid),
    key: await importJWK(publicPart(jwk), 'ES256'),
  }))
  const [first] = set.keys
  if (!first) throw new BadSetting(`SESSION_KEYS names ${file}, which holds no key.`)
  const signing = { id: String(first.kid), key: await importJWK(first, 'ES256') }
  return [signing, ...(await Promise.all(keys))]
}

const missing = (file: string): never => {
  throw new BadSetting(`SESSION_KEYS names ${file}, which cannot be read.`)
}

const publicPart = ({ d: _secret, ...rest }: JWK): JWK => rest

/** Two processes may start at once: the file is opened so that only one of them makes it. */
async function makeOnce(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const made = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (!made) return
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' }
  await made.writeFile(`${JSON.stringify({ keys: [jwk] })}\n`)
  await made.sync()
  await made.close()
}
