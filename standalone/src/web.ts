import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { workerPolicy } from '@doable/web-platform/compose'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pageOf, pick } from './page.ts'

const year = 365 * 24 * 60 * 60
/** Names of built files hold a hash of what is in them; `mfe.json` says which there are. */
const keep = `public, max-age=${year}, immutable`

/** Serves the built web: its files, the service worker, and the one page for every address people open. */
export function web(dist: string) {
  return async (app: FastifyInstance): Promise<void> => {
    const files = join(dist, 'mfe')
    if (!existsSync(files)) mkdirSync(files, { recursive: true })
    await app.register(fastifyStatic, {
      root: files,
      prefix: '/mfe/',
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.endsWith('mfe.json') ? 'no-cache' : keep)
      },
    })
    const page = pageOf(dist)
    app.get('/sw.js', (request, reply) => sendWorker(page(), request, reply))
    app.get('/*', (request, reply) =>
      isForPeople(request) ? sendPage(page(), request, reply) : reply.callNotFound(),
    )
  }
}
type Page = ReturnType<ReturnType<typeof pageOf>>

function sendWorker(page: Page, request: FastifyRequest, reply: FastifyReply) {
  if (!page) return reply.callNotFound()
  reply.headers({
    'content-type': 'text/javascript; charset=utf-8',
    'content-security-policy': workerPolicy,
  })
  return send(page.worker, page.version, request, reply)
}

/** Addresses of the API never answer with a page, and what asks for a picture or a script does not want one. */
const isForPeople = ({ headers, url }: FastifyRequest) =>
  headers.accept?.includes('text/html') === true && !/^\/(api|health|mfe)\b/.test(url)

function sendPage(page: Page, request: FastifyRequest, reply: FastifyReply) {
  reply.type('text/html; charset=utf-8')
  if (!page) return reply.code(503).send('The web is not built yet: run npm run build.')
  reply.header('content-security-policy', page.csp)
  return send(page.html, page.version, request, reply)
}

type Body = NonNullable<Page>['html']
function send(body: Body, version: string, request: FastifyRequest, reply: FastifyReply) {
  const tag = `W/"${version}"`
  reply.headers({ 'cache-control': 'no-cache', vary: 'accept-encoding', etag: tag })
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  const { bytes, encoding } = pick(body, request.headers['accept-encoding'])
  if (encoding) reply.header('content-encoding', encoding)
  return reply.send(bytes)
}
