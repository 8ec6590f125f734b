import { randomUUID } from 'node:crypto'
import { Agent, request as send } from 'node:http'
import { text } from 'node:stream/consumers'

export const password = 'correct horse battery'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: unknown }
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>
/** Somebody in a browser of their own: the session is in a cookie. */
export type Visitor = { id: string; email: string; cookie: string; call: Call }

/**
 * A connection for each request. NGINX closes idle ones when it takes new settings; a browser then asks again by itself, and
 * what is counted here is only what NGINX and the replicas do with a request they were given.
 */
const agent = new Agent({ keepAlive: false })

export function call(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const json = body === undefined ? undefined : JSON.stringify(body)
  const type = json !== undefined && {
    'content-type': 'application/json',
    'content-length': `${Buffer.byteLength(json)}`,
  }
  return new Promise<Answer>((resolve, reject) => {
    const sent = send(url + path, { method, agent, headers: { ...type, ...headers } }, async (answer) => {
      try {
        const words = await text(answer)
        const isJson = /json/.test(answer.headers['content-type'] ?? '')
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: isJson ? JSON.parse(words) : words,
        })
      } catch (error) {
        reject(error)
      }
    })
    sent.on('error', reject)
    sent.end(json)
  })
}

/** As the browser sends it back. */
const sid = ({ headers }: Answer) => String(headers['set-cookie'] ?? '').match(/sid=[^;]+/)?.[0] ?? ''

/** Makes an account; who makes it is signed in. */
export async function visit(url: string, name = 'Ada'): Promise<Visitor> {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.org`
  const made = await call(url, 'POST', '/api/users', { email, password, name, timeZone: 'Europe/Berlin' })
  if (made.status !== 201)
    throw new Error(`registration answered ${made.status}: ${JSON.stringify(made.body)}`)
  const one = visitor(url, email, made)
  // The first look makes the inbox, where the event of the new account has not done so yet.
  await one.call('GET', '/api/lists')
  return one
}

/** Another browser of somebody who has an account. */
export async function signIn(url: string, email: string): Promise<Visitor> {
  const answer = await call(url, 'POST', '/api/session', { email, password })
  if (answer.status !== 201 && answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`)
  return visitor(url, email, answer)
}

function visitor(url: string, email: string, answer: Answer): Visitor {
  const cookie = sid(answer)
  const { user } = answer.body as { user: { id: string } }
  const ask: Call = (method, path, body, headers) => call(url, method, path, body, { cookie, ...headers })
  return { id: user.id, email, cookie, call: ask }
}
