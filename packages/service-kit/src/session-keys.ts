import { existsSync } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
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
  const text = await readFile(file, 'utf8').catch(() => bad(file, 'cannot be read'))
  const keys = await imported(text).catch(() =>
    bad(file, 'is damaged; remove it, and everybody signs in anew'),
  )
  return keys.length ? keys : bad(file, 'holds no key')
}

async function imported(text: string): Promise<SessionKeys> {
  const { keys } = JSON.parse(text) as { keys: JWK[] }
  const all = keys.map(async (jwk) => ({
    id: String(jwk.kid),
    key: await importJWK(publicPart(jwk), 'ES256'),
  }))
  const [first] = keys
  if (!first) return []
  const signing = { id: String(first.kid), key: await importJWK(first, 'ES256') }
  return [signing, ...(await Promise.all(all))]
}

const bad = (file: string, what: string): never => {
  throw new BadSetting(`SESSION_KEYS names ${file}, which ${what}.`)
}

const publicPart = ({ d: _secret, ...rest }: JWK): JWK => rest

/**
 * Two processes may start at once, and one be killed while it writes: the file gets its name once it is whole, and only
 * if nothing has that name yet.
 */
async function makeOnce(file: string): Promise<void> {
  if (existsSync(file)) return
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${crypto.randomUUID()}`
  await write(draft)
  try {
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      // Some file systems know no links; there the last of two wins.
      if (error.code !== 'EEXIST') return rename(draft, file)
    })
  } finally {
    await rm(draft, { force: true })
  }
}

async function write(file: string): Promise<void> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' }
  const made = await open(file, 'wx', 0o600)
  await made.writeFile(`${JSON.stringify({ keys: [jwk] })}\n`)
  await made.sync()
  await made.close()
}
