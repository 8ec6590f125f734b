import cookie from '@fastify/cookie'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type HookHandlerDoneFunction,
  LogController,
} from 'fastify'
import type { Config } from './config.ts'
import { answerError, answerMalformed } from './errors.ts'
import { validator } from './invalid.ts'
import type { Logger } from './log.ts'
import { checkOrigin } from './origin-check.ts'
import { problem } from './problem.ts'
import { requestIds } from './request-id.ts'
import { traceRequests } from './tracing/http.ts'
import { within } from './tracing/trace.ts'
import type { Tracing } from './tracing/tracing.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What logs and traces call the person who asks; unset before that is known. */
    personName: string | undefined
  }
}

/** Sync cursors name a version for each list, in the address: they may be long. */
const maxHeaderSize = 64 * 1024

/** The HTTP side of every process: limits, headers, errors as problem documents, one log line per request. */
export async function openHttp(config: Config, log: Logger, tracing: Tracing): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
    bodyLimit: config.bodyLimit,
    trustProxy: config.trustedProxies.length ? config.trustedProxies : false,
    genReqId: requestIds(config.trustedProxies),
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize },
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: answerError,
    clientErrorHandler: answerMalformed,
  })
  // Only what a route asks for is read; text/plain is also what a form of a foreign site can send.
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validator)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(notFound)
  app.decorate('mounted', [])
  traceRequests(app, tracing)
  app.decorateRequest('personName', undefined)
  await app.register(cookie)
  app.addHook('onRequest', safeHeaders(config))
  app.addHook('onRequest', checkOrigin(config.publicUrl))
  app.addHook('onResponse', logLine)
  return app
}

/** OWASP HTTP Headers Cheat Sheet. Pages set their own Content-Security-Policy over this one. */
function safeHeaders(config: Config) {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  }
  if (config.publicUrl.protocol === 'https:') headers['strict-transport-security'] = 'max-age=31536000'
  return (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => {
    reply.headers(headers).header('x-request-id', request.id)
    done()
  }
}

/** The route's pattern, not its address: an address can hold a name, a query string a search. */
function logLine(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  const ms = Math.round(reply.elapsedTime * 10) / 10
  const { method, personName: person, span } = request
  const route = request.routeOptions.url ?? 'none'
  const said = { method, route, status: reply.statusCode, ms, ...(person && { person }) }
  const write = () => request.log.info(said, 'answered')
  if (span) within(span.trace, write)
  else write()
  done()
}

/** 404, or 405 with `Allow` where another method would do (RFC 9110, section 15.5.6). */
function notFound(request: FastifyRequest, reply: FastifyReply): void {
  const path = request.url.split('?')[0] ?? ''
  const allowed = request.server.mounted
    .filter(({ pattern }) => pattern.test(path))
    .map(({ method }) => method)
  if (allowed.length === 0) throw problem(404, 'no-such-page', 'There is nothing at this address.')
  reply.header('allow', [...new Set(allowed)].join(', '))
  throw problem(405, 'method-not-allowed', `This address does not take ${request.method}.`)
}
