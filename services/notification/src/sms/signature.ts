import { createHmac } from 'node:crypto'
import { isSame } from '../same.ts'

/**
 * What the provider signs: the address as it was given, then each parameter's name and value in the order of the names, as
 * HMAC-SHA1 under the account's token, in Base64 (Twilio, "Webhooks security"). A parameter that comes twice counts once
 * for each value that it has.
 */
export function signatureOf(token: string, url: string, form: URLSearchParams): string {
  const pairs = [...new Set([...form].map(([name, value]) => `${name}\0${value}`))].sort()
  const said = pairs.map((pair) => pair.replace('\0', '')).join('')
  return createHmac('sha1', token)
    .update(url + said)
    .digest('base64')
}

/** Twilio signs now with the port of an address, now without it. */
function spellings(url: string): string[] {
  const parsed = new URL(url)
  const port = parsed.port || (parsed.protocol === 'https:' ? '443' : '80')
  const rest = parsed.pathname + parsed.search
  return [
    `${parsed.protocol}//${parsed.hostname}${rest}`,
    `${parsed.protocol}//${parsed.hostname}:${port}${rest}`,
  ]
}

export const isSigned = (token: string, url: string, form: URLSearchParams, signature: string): boolean =>
  spellings(url).some((spelling) => isSame(signatureOf(token, spelling, form), signature))
