import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { Tracer } from './tracing.ts'

/** What a piece of work is a part of (W3C Trace Context, https://www.w3.org/TR/trace-context/). */
export type Trace = {
  /** 32 hexadecimal digits: the same for everything that comes of one act. */
  traceId: string
  /** 16 hexadecimal digits: what is begun now is a part of this span. */
  spanId: string
  sampled: boolean
  /** It begins here: there is no span yet that another could be a part of. */
  begins?: true
  /** What others who trace have noted, as it came. */
  state?: string
  /** Records what is done within; missing where nothing is recorded. */
  tracer?: Tracer
  /** The queue of the job that is being done. */
  queue?: string
}

const running = new AsyncLocalStorage<Trace>()

export const currentTrace = (): Trace | undefined => running.getStore()

/** Does work as a part of a trace: what it begins, logs, records and puts off belongs to it. */
export const within = <T>(trace: Trace, work: () => T): T => running.run(trace, work)

const form = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/
const zeros = /^0+$/

/** A `traceparent`; undefined where it says nothing valid, and then its `tracestate` counts for nothing either (section 3.2). */
export function readTrace(traceparent: unknown): Trace | undefined {
  const parts = typeof traceparent === 'string' ? form.exec(traceparent) : null
  if (!parts) return undefined
  const [, version, traceId = '', spanId = '', flags = '', more] = parts
  // Later versions may say more behind what is known; 00 does not.
  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined
  if (zeros.test(traceId) || zeros.test(spanId)) return undefined
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

export const traceparent = ({ traceId, spanId, sampled }: Trace): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`

/** What is kept with what is done later, for it to be a part of the same trace. */
export function currentTraceparent(): string | null {
  const trace = running.getStore()
  return trace ? traceparent(trace) : null
}

const traceForm = /^(?!0{32})[\da-f]{16}(?!0{16})[\da-f]{16}$/

/**
 * A trace that begins here. Where the id of a request can be that of a trace it is, but for its hyphens: so there is one
 * thing to look for.
 */
export function newTrace(requestId = ''): Trace {
  const given = requestId.replaceAll('-', '')
  const traceId = traceForm.test(given) ? given : randomBytes(16).toString('hex')
  return { traceId, spanId: traceId.slice(16), sampled: false, begins: true }
}
