import type { Problem } from '@doable/contracts/common'
import type { Route } from '@doable/contracts/route'
import type { z } from 'zod'
import type { Address, Addresses } from './routes.ts'

type Input<S> = S extends z.ZodType ? z.input<S> : never
type Part<R, K extends string> = R extends Record<K, z.ZodType> ? Input<R[K]> : undefined
/** `{}` where a route takes nothing, so that it may be called without an argument. */
type Sent<R extends Route> = (R extends { params: z.ZodType } ? { params: Part<R, 'params'> } : unknown) &
  (R extends { query: z.ZodType } ? { query?: Part<R, 'query'> } : unknown) &
  (R extends { body: z.ZodType } ? { body: Part<R, 'body'> } : unknown) & { signal?: AbortSignal }
type Answer<R> = R extends { produces: string }
  ? Response
  : R extends { ok: z.ZodType }
    ? z.output<R['ok']>
    : undefined
type Arguments<R extends Route> = Partial<Sent<R>> extends Sent<R> ? [request?: Sent<R>] : [request: Sent<R>]
export type Api<T extends Record<string, Route>> = {
  [K in keyof T]: (...args: Arguments<T[K]>) => Promise<Answer<T[K]>>
}

type Loose = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  signal?: AbortSignal
}
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/** The server said no. `problem` is its own document (RFC 9457), or one made of the bare status. */
export class ApiError extends Error {
  readonly status: number
  readonly problem: Problem
  /** Whether the server itself spoke, rather than a proxy or a captive portal in between. */
  readonly explained: boolean
  /** Milliseconds to wait before trying again, where the server named them. */
  readonly retryAfter: number | undefined
  constructor(response: Response, problem: Problem | undefined) {
    super(problem?.detail ?? problem?.title ?? `${response.status} ${response.statusText}`)
    this.name = 'ApiError'
    this.status = response.status
    this.explained = problem !== undefined
    this.problem = problem ?? { type: 'about:blank', title: response.statusText, status: response.status }
    this.retryAfter = retryAfter(response.headers.get('retry-after'))
  }
}

/** `Retry-After` (RFC 9110, 10.2.3) is seconds or a date. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

function urlOf(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return given.length === 0 ? filled : `${filled}?${search}`
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return undefined
  return response.json().catch(() => undefined)
}

async function call(fetch: Fetch, baseUrl: string, { method, path }: Address<Route>, request: Loose) {
  const { body, signal } = request
  const response = await fetch(baseUrl + urlOf(path, request), {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    ...(signal && { signal }),
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  if (!response.ok) throw new ApiError(response, await problemOf(response))
  if (response.status === 204) return undefined
  return response.headers.get('content-type')?.includes('json') ? response.json() : response
}

/**
 * Typed calls over a table of routes: `api.changeTask({ params: { id }, body })`. Each answers the route's `ok` (a
 * `Response` where the route produces something else than JSON, nothing for 204). Throws `ApiError` when the server
 * refuses and `TypeError` when it cannot be reached.
 */
export function createApi<T extends Record<string, Route>>(
  addresses: Addresses<T>,
  {
    baseUrl = '',
    fetch = (url, init) => globalThis.fetch(url, init),
  }: { baseUrl?: string; fetch?: Fetch } = {},
): Api<T> {
  const calls = Object.entries(addresses).map(([name, address]) => [
    name,
    (request: Loose = {}) => call(fetch, baseUrl, address, request),
  ])
  return Object.fromEntries(calls)
}
