import type { ZodType } from 'zod'

/**
 * One door of a service: what it takes, what it answers, and who may knock.
 * A service's table of routes is mounted by the server, called by the client and printed as OpenAPI.
 */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify syntax; every `:name` is described by `params`. */
  path: `/api/${string}`
  summary: string
  /** A signed-in person unless said otherwise; for anybody but an administrator, what is theirs does not exist. */
  access?: 'public' | 'administrator'
  params?: ZodType
  query?: ZodType
  body?: ZodType
  /** The body of a success; left out for 204 and for answers that are not JSON. */
  ok?: ZodType
  status: 200 | 201 | 204
  /** The media type of an answer that is not JSON, such as `text/event-stream`. */
  produces?: string
}

/** Keeps the literal types of a route, so that callers and handlers are checked against it. */
export const route = <const R extends Route>(described: R): R => described
