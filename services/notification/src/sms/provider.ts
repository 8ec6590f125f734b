import { createHash } from 'node:crypto'
import { type OutboundRequest, outboundRequest } from '@doable/service-kit/outbound'
import type { Platform } from '@doable/service-kit/service'
import { type Answer, NotSent, refusal } from './refusal.ts'

/** Well within the lease of a job. */
const longestMs = 20_000
/** The answer to a message is about a kilobyte. */
const mostBytes = 64 * 1024

/** What this server lacks to send SMS, in words for its administrator; null when nothing. */
export function missingForSms({ config: { smsAccount, smsToken, smsFrom } }: Platform): string | null {
  const settings = { SMS_ACCOUNT: smsAccount, SMS_TOKEN: smsToken, SMS_FROM: smsFrom }
  const [lacking] = Object.entries(settings).find(([, value]) => !value) ?? []
  return lacking ? `SMS are not set up: ${lacking} is not set.` : null
}

export type Sms = {
  to: string
  text: string
  /** The delivery that it is; none for a code, of which nobody asks what became. */
  delivery?: { id: string; key: string }
}

/**
 * Hands a message to the provider by Twilio's contract: `POST /2010-04-01/Accounts/{sid}/Messages.json`, a form with basic
 * authentication, answered 201 with the message's `sid`, which is what this answers.
 * @throws NotSent
 */
export async function handOver(platform: Platform, sms: Sms): Promise<string> {
  const { config } = platform
  const { smsUrl, smsAccount = '', smsToken = '' } = config
  const base = smsUrl.href.replace(/\/$/, '')
  const answer = await asked(platform, {
    url: `${base}/2010-04-01/Accounts/${smsAccount}/Messages.json`,
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${smsAccount}:${smsToken}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      // No promise of Twilio's for messages; a provider that keeps it sends a repeat once.
      ...(sms.delivery && { 'i-twilio-idempotency-token': nameOf(sms.delivery.key) }),
    },
    body: formOf(platform, sms).toString(),
    timeoutMs: longestMs,
    mostBytes,
  })
  const said = bodyOf(answer.body)
  if (answer.status < 200 || answer.status > 299) throw refusal(answer, said)
  if (typeof said.sid === 'string' && /^\w{1,64}$/.test(said.sid)) return said.sid
  throw new NotSent('unknown', 'The SMS provider answered what cannot be understood.')
}

/** Says nothing of whose and of what it is. */
const nameOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 40)

function formOf({ config: { smsFrom = '', publicUrl } }: Platform, { to, text, delivery }: Sms) {
  const form = new URLSearchParams({ To: to, Body: text })
  form.set(/^MG[0-9a-f]{32}$/.test(smsFrom) ? 'MessagingServiceSid' : 'From', smsFrom)
  // Twilio refuses a message whose callback it could never reach (21609).
  if (delivery && publicUrl.hostname !== 'localhost')
    form.set('StatusCallback', statusAddress(publicUrl, delivery.id))
  return form
}

/** Where the provider reports what became of a delivery. */
export const statusAddress = (publicUrl: URL, deliveryId: string): string =>
  new URL(`/api/sms/status/${deliveryId}`, publicUrl).href

/** Who runs Doable has named this one host, wherever it is; that must not open it to the addresses that people name. */
async function asked({ config }: Platform, request: OutboundRequest): Promise<Answer> {
  const host = config.smsUrl.hostname.replace(/^\[|\]$/g, '')
  try {
    return await outboundRequest({ ...config, outboundAllow: [host] }, request)
  } catch (error) {
    throw unreached(error)
  }
}

/** Where no connection came about nothing was handed over. */
const neverLeft =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/

/** The person reads it in the log: names and addresses of our own machines are left to the log of the server. */
function unreached(error: unknown): NotSent {
  const { code = '' } = error as { code?: string }
  const why = neverLeft.test(code) ? 'away' : 'unknown'
  return new NotSent(why, `The SMS provider cannot be reached${code && ` (${code})`}.`, { cause: error })
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null ? { ...said } : {}
  } catch {
    return {}
  }
}
