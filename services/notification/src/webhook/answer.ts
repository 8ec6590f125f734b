import { TryLater } from '@doable/service-kit/jobs'
import type { OutboundAnswer } from '@doable/service-kit/outbound'
import { RefusedAddress } from '@doable/service-kit/outbound-address'
import { Undeliverable } from '../channel.ts'

/** The receiver says that it is there no more (RFC 9110, 15.5.11). */
export class Gone extends Undeliverable {}

const longestWaitSeconds = 6 * 60 * 60
/** Of what is the sender's fault, these can be gone by the next time: too slow, too early, too many. */
const passing = new Set([408, 425, 429])

/** RFC 9110, 10.2.3: seconds, or the moment itself; at most six hours. 0 where nothing is asked for. */
export function waitAsked(header: string | undefined, now: Date): number {
  const text = header?.trim() ?? ''
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), longestWaitSeconds) : 0
}

/** What an answer means. Nothing of its body is said again: it may come from where the person could not look. */
export function judge({ status, headers }: Pick<OutboundAnswer, 'status' | 'headers'>, now: Date): void {
  if (status >= 200 && status < 300) return
  const said = `The receiver answered ${status}.`
  if (status === 410) throw new Gone(said)
  if (status >= 300 && status < 400)
    throw new Undeliverable(`${said} Redirects are not followed: enter the address that it leads to.`)
  if (status < 500 && !passing.has(status)) throw new Undeliverable(said)
  throw new TryLater(said, waitAsked(headers['retry-after'], now))
}

/** What became of a request that has no answer to judge, without names or addresses of the net it was sent from. */
export function asReason(error: unknown): Error {
  if (error instanceof RefusedAddress) return new Undeliverable(error.message)
  const { code, message } = error as Error & { code?: string }
  return new Error(code ? `The receiver cannot be reached (${code}).` : message, { cause: error })
}
