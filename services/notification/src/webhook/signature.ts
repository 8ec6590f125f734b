import { createHash, createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'
export const newSecret = (): string => prefix + randomBytes(32).toString('base64')

/** The same for every try of a delivery and no other delivery. */
export const idOf = (key: string): string =>
  `msg_${createHash('sha256').update(key).digest('base64url').slice(0, 32)}`

const sign = (secret: string, signed: string) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(signed)
    .digest('base64')}`

/**
 * The headers by which a receiver knows who sent `body`, and that it is neither old nor a repeat.
 * @param secrets each signs: two of them while one takes the place of the other
 * Source: Standard Webhooks 1.0.0, "Webhook headers (sending metadata to consumers)" and "Signature scheme".
 */
export function signatureHeaders(id: string, at: Date, body: string, secrets: string[]) {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => sign(secret, `${id}.${seconds}.${body}`))
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  }
}
