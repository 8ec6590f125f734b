import { createECDH } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Config } from './config.ts'
import { makeOnce, replaceFile } from './private-file.ts'
import { BadSetting } from './setting.ts'

/**
 * What web push is signed with (VAPID, RFC 8292), as base64url: a point on P-256, uncompressed, with which browsers subscribe, and
 * its secret.
 */
export type PushKeys = { publicKey: string; privateKey: string }

function newText(): string {
  const pair = createECDH('prime256v1')
  const publicKey = pair.generateKeys('base64url')
  // Without the zeros in front that a number may have.
  const privateKey = Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url')
  return `${JSON.stringify({ publicKey, privateKey }, null, 2)}\n`
}

/** Makes the file where there is none, readable by its owner only. */
export const makePushKeysOnce = (file: string): Promise<void> => makeOnce(file, newText)

/** The keys of a file; undefined where there is none. @throws BadSetting where it cannot be read or is damaged */
export async function readPushKeys(file: string): Promise<PushKeys | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new BadSetting(`VAPID_KEYS names ${file}, which cannot be read.`)
  })
  const keys = text === undefined ? undefined : parsed(text)
  if (text === undefined || keys) return keys
  throw new BadSetting(
    `VAPID_KEYS names ${file}, which is damaged; npm run db -- push-keys --replace makes others.`,
  )
}

function parsed(text: string): PushKeys | undefined {
  try {
    const { publicKey, privateKey } = JSON.parse(text) as Record<string, unknown>
    const isWhole = /^[\w-]{87}$/.test(String(publicKey)) && /^[\w-]{43}$/.test(String(privateKey))
    return isWhole ? { publicKey: String(publicKey), privateKey: String(privateKey) } : undefined
  } catch {
    return undefined
  }
}

/**
 * `npm run db -- push-keys`: makes the file where there is none; on `replace` others take its place, with which every browser has
 * to subscribe anew. Answers what to say. @throws BadSetting
 */
export async function commandPushKeys({ vapidKeys }: Config, replace: boolean): Promise<string[]> {
  const before = replace ? undefined : await readPushKeys(vapidKeys)
  await makePushKeysOnce(vapidKeys)
  if (replace) await replaceFile(vapidKeys, newText())
  const keys = await readPushKeys(vapidKeys)
  return [said(replace, before), `file    ${vapidKeys}`, `public  ${keys?.publicKey}`]
}

function said(replace: boolean, before: PushKeys | undefined): string {
  if (replace) return 'These keys are new: restart every process. In each browser push is turned on anew.'
  if (before) return 'The keys were there already; --replace makes others.'
  return 'The keys are made. All processes need this file.'
}

/** The text of the file for a backup: without these keys every browser has to subscribe anew. Null where there is none. */
export async function pushKeysIn(file: string): Promise<string | null> {
  return (await readPushKeys(file)) ? readFile(file, 'utf8') : null
}

/** Makes the file of a backup's keys where there is none. Answers what to say where another is there, which stays. */
export async function keepPushKeys(file: string, text: string | null): Promise<string | undefined> {
  if (text === null) return undefined
  const before = await readPushKeys(file)
  await makeOnce(file, () => text)
  const same = before === undefined || before.publicKey === parsed(text)?.publicKey
  return same ? undefined : `${file} holds other keys than the backup: browsers of that time get no push.`
}
