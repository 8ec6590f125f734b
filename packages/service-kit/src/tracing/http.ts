import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newTrace, readTrace, type Trace, within } from './trace.ts'
import type { Span, Tracing } from './tracing.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What answering it is a part of, from the first hook on. */
    span: Span | undefined
  }
}

/**
 * Makes each request a part of the trace that it comes with, or else of one that begins with it. It goes first, so that all
 * that is done for the request belongs to it.
 */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  app.decorateRequest('span', undefined)
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, id } = request
    const route = request.routeOptions.url
    const attributes = {
      'http.request.method': method,
      ...(route && { 'http.route': route }),
      'doable.request': id,
    }
    const about = { name: route ? `${method} ${route}` : method, kind: 'server', attributes } as const
    const span = tracing.begin(about, traceOf(request))
    request.span = span
    within(span.trace, done)
  })
  // A body comes with the events of its connection, which belong to no request.
  app.addHook('preValidation', ({ span }, _reply, done) => {
    if (span) within(span.trace, done)
    else done()
  })
  if (!tracing.exports) return
  app.addHook('onResponse', (request, { statusCode }, done) => {
    const { span, personName } = request
    span?.set('http.response.status_code', statusCode)
    if (personName) span?.set('enduser.pseudo.id', personName)
    span?.end(statusCode >= 500 ? { name: String(statusCode) } : undefined)
    done()
  })
}

function traceOf({ headers, id }: FastifyRequest): Trace {
  const given = headers.traceparent === undefined ? undefined : readTrace(headers.traceparent)
  if (!given) return newTrace(id)
  const { tracestate } = headers
  return typeof tracestate === 'string' ? { ...given, state: tracestate } : given
}
