import { isDeepStrictEqual } from 'node:util'
import type { Route } from '@doable/contracts/route'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Sequelize } from 'sequelize'
import type { ZodType, z } from 'zod'
import type { Person } from './principal.ts'
import { problem } from './problem.ts'
import type { Sessions, UsedSession } from './sessions.ts'

export type MountedRoute = { service: string; name: string; route: Route; method: string; pattern: RegExp }
declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of a contract that this process answers. */
    mounted: MountedRoute[]
    sessions: Sessions
    db: Sequelize
    checksAnswers: boolean
    /** The service whose routes are being mounted. */
    serviceName: string
  }
}

type Parsed<S> = S extends ZodType ? z.output<S> : undefined
type Answer<R extends Route> = R extends { ok: ZodType } ? z.output<R['ok']> : unknown
type Public<R extends Route> = R extends { access: 'public' } ? true : false

/** What a handler gets: the parsed parts of the request and who makes it. */
export type Context<R extends Route> = {
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: Parsed<R['body']>
  person: Public<R> extends true ? undefined : Person
  session: Public<R> extends true ? undefined : UsedSession
  request: FastifyRequest
  reply: FastifyReply
}
export type Handler<R extends Route> = (context: Context<R>) => Promise<Answer<R>> | Answer<R>
export type Handlers<T extends Record<string, Route>> = { [K in keyof T]: Handler<T[K]> }

const signedIn = new WeakMap<FastifyRequest, UsedSession>()

/** Registers a table of routes with the handlers of the same names. What is not public needs a session. */
export function mount<T extends Record<string, Route>>(
  app: FastifyInstance,
  table: T,
  handlers: Handlers<T>,
): void {
  for (const name in table) {
    const route = table[name] as Route
    const handler = handlers[name] as unknown as Handler<Route>
    if (app.mounted.some((one) => one.service === app.serviceName && one.name === name))
      throw new Error(`${app.serviceName} has two routes named ${name}`)
    const pattern = new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`)
    app.mounted.push({ service: app.serviceName, name, route, method: route.method, pattern })
    mountOne(app, route, handler)
  }
}

function mountOne(app: FastifyInstance, route: Route, handler: Handler<Route>): void {
  const { params, query, body } = route
  const check = app.checksAnswers && route.ok ? answersAsPromised(route, route.ok) : undefined
  app.route({
    method: route.method,
    url: route.path,
    exposeHeadRoute: route.method === 'GET' && !route.produces,
    schema: { ...(params && { params }), ...(query && { querystring: query }), ...(body && { body }) },
    // Who it is comes first: a stranger learns nothing, not even whether the request was well formed.
    ...(route.access !== 'public' && { onRequest: required(route) }),
    handler: async (request, reply) => {
      reply.code(route.status)
      const answer = await handler(contextOf(request, reply))
      if (route.produces || reply.sent) return answer
      if (!route.ok) return reply.send()
      check?.(answer)
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
    },
  })
}

/** What is an administrator's answers everybody else as if it were not there. */
const required = (route: Route) => async (request: FastifyRequest) => {
  const session = await request.server.sessions.of(request)
  if (!session) throw problem(401, 'signed-out', 'Please sign in.')
  if (route.access === 'administrator' && !session.administrator)
    throw problem(404, 'no-such-page', 'There is nothing at this address.')
  signedIn.set(request, session)
  request.personName = session.personName
}

function contextOf(request: FastifyRequest, reply: FastifyReply): Context<Route> {
  const session = signedIn.get(request)
  const person = session && {
    id: session.personId,
    sessionId: session.id,
    administrator: session.administrator,
  }
  const { params, query, body } = request
  return { params, query, body, person, session, request, reply } as Context<Route>
}

/**
 * In tests and development an answer is held against its contract: nothing missing, nothing more than promised. What it says
 * is somebody's, and stays out of the log.
 */
function answersAsPromised(route: Route, ok: ZodType) {
  return (answer: unknown) => {
    const wire: unknown = JSON.parse(JSON.stringify(answer ?? null))
    const result = ok.safeParse(wire)
    if (!result.success) {
      const places = result.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ')
      throw new Error(`${route.method} ${route.path} breaks its contract at ${places}`)
    }
    if (!isDeepStrictEqual(result.data, wire))
      throw new Error(`${route.method} ${route.path} answers more than its contract`)
  }
}
