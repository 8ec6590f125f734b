import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const profile = '/mfe/user-profile/'
/** Where the profile's files are after the upgrade. */
export const movedTo = `${profile}next/`

const moved = (text: string) =>
  text.replaceAll(profile, movedTo).replace(/(version" content="|VERSION = ')\w+/, '$1fedcba987654')

async function rewritten(url: string, accept: string, response: ServerResponse) {
  const answer = await fetch(url, { headers: { accept } })
  const type = answer.headers.get('content-type') ?? ''
  // The policy names the inline scripts as they were.
  response.writeHead(answer.status, { 'content-type': type, 'cache-control': 'no-cache' })
  response.end(moved(await answer.text()))
}

/**
 * A server in front of a Doable that is upgraded while pages are open: from then on the profile's files have other
 * names, as those of a part that changed do, and the former ones are gone.
 */
export async function upgrading(site: string) {
  let upgraded = false
  const pass = (incoming: IncomingMessage, response: ServerResponse) => {
    const { method, headers, url } = incoming
    const onward = request(new URL(url ?? '/', site), { method, headers }, (answer) => {
      // The browser's own cache may have dropped a file at any time, so these tests never lean on it.
      const uncached = url?.startsWith(profile) && { 'cache-control': 'no-store' }
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...uncached })
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    incoming.pipe(onward)
  }
  const server = createServer((incoming, response) => {
    const { url = '/', headers } = incoming
    const accept = headers.accept ?? '*/*'
    const isPage = accept.includes('text/html') || url === '/sw.js'
    if (!upgraded || url.startsWith('/api/')) return pass(incoming, response)
    if (url.startsWith(movedTo)) void rewritten(site + url.replace(movedTo, profile), accept, response)
    else if (url.startsWith(profile)) response.writeHead(404).end()
    else if (isPage) void rewritten(site + url, accept, response)
    else pass(incoming, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    upgrade: () => {
      upgraded = true
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
