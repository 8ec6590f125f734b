import http, { type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import type { SecureContext } from 'node:tls'
import { trust } from './authorities.ts'
import type { Config } from './config.ts'
import { type Address, allAddresses, placeOf, type Resolve } from './outbound-address.ts'
import { traced } from './tracing/tracing.ts'

export type OutboundConfig = Pick<Config, 'outboundAllow' | 'outboundCa'>
export type OutboundRequest = {
  url: string
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** For everything from the question for the name to the last byte of the answer. */
  timeoutMs?: number
  /** More than this in the body of the answer is not read. */
  mostBytes?: number
}
/** Any answer, a redirect as well: it is told, not followed. */
export type OutboundAnswer = { status: number; headers: IncomingHttpHeaders; body: string }

/** An answer that is not read to its end; its status is known. */
export class AnswerTooLarge extends Error {
  override name = 'AnswerTooLarge'
  readonly status: number
  constructor(status: number, mostBytes: number) {
    super(`The answer is larger than ${mostBytes} bytes.`)
    this.status = status
  }
}

/** Connects to what was checked and asks no name server again, whose next answer may differ (DNS rebinding). */
const pinned =
  (addresses: Address[]): LookupFunction =>
  (_name, { all }, answer) => {
    const [first] = addresses
    if (all) answer(null, addresses)
    else answer(null, first?.address ?? '', first?.family)
  }

async function read(answer: IncomingMessage, mostBytes: number): Promise<OutboundAnswer> {
  const status = answer.statusCode ?? 0
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer) {
    size += part.length
    // Leaving the loop closes the connection.
    if (size > mostBytes) throw new AnswerTooLarge(status, mostBytes)
    parts.push(part)
  }
  return { status, headers: answer.headers, body: Buffer.concat(parts).toString('utf8') }
}

function sent(
  url: URL,
  options: RequestOptions & { secureContext?: SecureContext },
  body = '' as string | Uint8Array,
) {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise<IncomingMessage>((resolve, reject) =>
    request(url, options).once('response', resolve).on('error', reject).end(body),
  )
}

/**
 * The one way out: every request to an address that a person or a provider named goes through here.
 * Refuses what `placeOf` refuses, connects only to the addresses it checked, follows no redirect, and gives up when
 * the time is over or the answer too large. The certificate must be for the host of the address. Who is asked is told
 * nothing of our traces, and traces are told nothing of the address (docs/decisions/0061-logs-and-traces.md).
 * @throws RefusedAddress where trying again is of no use; AnswerTooLarge; any other Error where it may be of use
 * Source: OWASP, Server-Side Request Forgery Prevention Cheat Sheet.
 */
export function outboundRequest(
  config: OutboundConfig,
  request: OutboundRequest,
  resolve: Resolve = allAddresses,
): Promise<OutboundAnswer> {
  const { method = 'GET' } = request
  const about = { name: method, kind: 'client', attributes: { 'http.request.method': method } } as const
  return traced(
    () => about,
    async (span) => {
      const answer = await asked(config, request, resolve)
      span?.set('http.response.status_code', answer.status)
      return answer
    },
  )
}

async function asked(
  config: OutboundConfig,
  { url: text, method = 'GET', headers, body, timeoutMs = 10_000, mostBytes = 65_536 }: OutboundRequest,
  resolve: Resolve,
): Promise<OutboundAnswer> {
  const signal = AbortSignal.timeout(timeoutMs)
  const late = new Promise<never>((_, reject) => {
    const tell = () => reject(new Error(`No whole answer within ${timeoutMs / 1000} seconds.`))
    signal.addEventListener('abort', tell, { once: true })
  })
  const exchange = async () => {
    const { url, addresses } = await placeOf(config, text, resolve)
    const options = { method, signal, agent: false, lookup: pinned(addresses) } as const
    const answer = await sent(
      url,
      {
        ...options,
        headers: { 'user-agent': 'Doable', ...headers },
        secureContext: trust(config.outboundCa),
      },
      body,
    )
    return read(answer, mostBytes)
  }
  return Promise.race([exchange(), late])
}
