/**
 * Why a message did not leave. `ours`: the administrator can put it right. `busy` and `away`: later. Of `unknown` nobody
 * knows whether it left; all else was certainly not accepted.
 */
export type Why = 'unreachable' | 'unsubscribed' | 'unroutable' | 'ours' | 'busy' | 'away' | 'unknown'

export type Answer = { status: number; headers: Record<string, unknown>; body: string }

export class NotSent extends Error {
  readonly why: Why
  /** How long the provider wants to be left alone. */
  readonly seconds: number
  constructor(why: Why, message: string, { seconds = 0, cause }: { seconds?: number; cause?: unknown } = {}) {
    super(message, { cause })
    this.why = why
    this.seconds = seconds
  }
}

/** Numbers that no SMS reaches: Twilio's error codes of the API (21...) and of its reports (30...). */
const unreachable = new Set([21211, 21214, 21217, 21614, 30005, 30006])
/** Whoever answered STOP; the number is good. */
const unsubscribed = new Set([21610])
/** The sender may not or cannot write to this number: trial accounts, countries that are not allowed. */
const unroutable = new Set([21408, 21608, 21612])
const busy = new Set([14107, 20429, 21611, 30001, 30022])

const sentences: Partial<Record<Why, string>> = {
  unreachable: 'No SMS can reach this number',
  unsubscribed: 'This number told the sender to stop',
  unroutable: 'The SMS provider does not send to this number',
  busy: 'The SMS provider takes no more for now',
  away: 'The SMS provider is away',
  ours: 'The SMS provider does not take messages from this server',
}

const shortWait = 30
const longestWait = 6 * 3600

/** What a refused request means. `said` is the body: `{ code, message, more_info, status }`. */
export function refusal({ status, headers }: Answer, said: Record<string, unknown>): NotSent {
  const code = typeof said.code === 'number' ? said.code : 0
  const why = whyOf(status, code)
  const asked = Number(headers['retry-after'])
  const wait = Number.isFinite(asked) ? Math.min(Math.max(asked, 0), longestWait) : 0
  const seconds = why === 'busy' ? Math.max(wait, wait ? 0 : shortWait) : wait
  return new NotSent(why, `${sentences[why] ?? 'The SMS provider failed'} (${code || status}).`, { seconds })
}

function whyOf(status: number, code: number): Why {
  if (unreachable.has(code)) return 'unreachable'
  if (unsubscribed.has(code)) return 'unsubscribed'
  if (unroutable.has(code)) return 'unroutable'
  if (status === 429 || busy.has(code)) return 'busy'
  if (status === 500 || status === 503) return 'away'
  // A gateway that gave up waiting does not know what became of it either.
  return status > 500 ? 'unknown' : 'ours'
}

const reports: Record<number, string> = {
  30002: 'The account at the SMS provider is suspended',
  30003: 'The phone is off or out of reach',
  30004: 'The phone does not take messages of this sender',
  30007: 'A carrier took it for spam',
}

/** What a report of failure says, and whether anything more can be sent to the number. */
export function reported(code: number) {
  const why = unreachable.has(code) ? 'unreachable' : unsubscribed.has(code) ? 'unsubscribed' : null
  const sentence = reports[code] ?? (why ? sentences[why] : 'The message did not arrive')
  return { why, reason: `${sentence}${code ? ` (${code})` : ''}.` } as const
}
