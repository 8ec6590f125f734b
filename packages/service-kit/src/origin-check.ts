import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import { problem } from './problem.ts'
import { bearer } from './sessions.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site makes a person's browser ask for: Sec-Fetch-Site, and Origin where a browser does
 * not send it (OWASP Cross-Site Request Forgery Prevention, "Fetch Metadata", "Verifying Origin"). A request with
 * neither comes from no browser; one with a bearer secret does not ride on a cookie.
 */
export function checkOrigin(publicUrl: URL) {
  const isOurs = (request: FastifyRequest): boolean => {
    if (safe.has(request.method) || bearer(request)) return true
    const { origin, 'sec-fetch-site': site } = request.headers
    if (site) return site === 'same-origin' || site === 'none'
    return !origin || origin === publicUrl.origin || sameHost(origin, request.host)
  }
  return (request: FastifyRequest, _reply: FastifyReply, done: HookHandlerDoneFunction): void =>
    done(
      isOurs(request)
        ? undefined
        : problem(403, 'foreign-origin', 'This change was asked for by another site.'),
    )
}

const sameHost = (origin: string, host: string) => URL.canParse(origin) && new URL(origin).host === host
