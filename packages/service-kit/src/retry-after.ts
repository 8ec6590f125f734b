import type { IncomingHttpHeaders } from 'node:http'

const day = 86_400

/** For how many seconds a server wants to be left alone (RFC 9110, 10.2.3), a day at most; 0 where it does not say. */
export function retryAfter({ 'retry-after': said = '' }: IncomingHttpHeaders, now: Date): number {
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - now.getTime()) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), day) : 0
}
