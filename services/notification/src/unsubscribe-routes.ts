import { createHash } from 'node:crypto'
import { unsubscribeApi } from '@doable/contracts/unsubscribe'
import { mount } from '@doable/service-kit/mount'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { escaped, page } from './markup.ts'
import { readToken, unsubscribe } from './unsubscribe.ts'
import { wordsOf } from './words/words.ts'

const style =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}button{font:inherit;min-height:44px;padding:0 1rem}'
const allowed = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${allowed}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`

/** Public, as whoever reads mail need not be signed in; the token is what lets in. */
export function unsubscribeRoutes(app: FastifyInstance, platform: Platform): void {
  app.register(async (scope) => {
    // What a mail program sends says nothing that the address does not say (RFC 8058, 3.2).
    const forms = ['application/x-www-form-urlencoded', 'multipart/form-data']
    scope.addContentTypeParser(forms, { parseAs: 'string' }, (_request, _body, done) => done(null))
    mount(scope, unsubscribeApi, {
      // Programs that look through mail follow every link: only a press on the button changes anything.
      async unsubscribePage({ query, reply }) {
        const { recipient, kind } = await readToken(query.token)
        const words = wordsOf(recipient.language)
        const button = `<form method="post"><button>${escaped(words.stop)}</button></form>`
        return html(reply, recipient.language, words.ask(words.kinds[kind].name), button)
      },
      async unsubscribe({ query, reply }) {
        const wish = await readToken(query.token)
        await unsubscribe(platform, wish)
        const words = wordsOf(wish.recipient.language)
        const said = words.stopped(words.kinds[wish.kind].name)
        return html(reply, wish.recipient.language, said, `<p>${escaped(words.again)}</p>`)
      },
    })
  })
}

/** `rest` is HTML. Nobody else is told the address, which holds the token. */
function html(reply: FastifyReply, language: string, heading: string, rest: string) {
  const body = `<body><main><h1>${escaped(heading)}</h1>${rest}</main></body>`
  return reply
    .headers({ 'content-security-policy': policy, 'referrer-policy': 'no-referrer' })
    .type('text/html; charset=utf-8')
    .send(page({ language, title: heading, body, style }))
}
