import { randomUUID } from 'node:crypto'

/** Somebody who uses the API with `fetch`, signed in by bearer token. */
export type Person = {
  id: string
  email: string
  token: string
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
}
export const password = 'correct horse battery'

export async function request(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  return fetch(url + path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

export async function register(url: string, name = 'Ada'): Promise<Person> {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.org`
  const answer = await request(url, 'POST', '/api/users', {
    email,
    password,
    name,
    timeZone: 'Europe/Berlin',
  })
  if (answer.status !== 201) throw new Error(`registration answered ${answer.status}: ${await answer.text()}`)
  const { user, token } = (await answer.json()) as { user: { id: string }; token: string }
  const authorization = `Bearer ${token}`
  const call: Person['call'] = (method, path, body, headers) =>
    request(url, method, path, body, { authorization, ...headers })
  return { id: user.id, email, token, call }
}
