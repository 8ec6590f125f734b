import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'

/** The zone that the browsers of these tests are set to. */
export const zone = 'Europe/Berlin'
export type Person = { id: string; name: string; email: string; password: string }

export const freshEmail = () => `ada-${randomUUID()}@example.org`

/** Makes an account through the API; the cookie signs the browser of `request` in. */
export async function register(request: APIRequestContext, name = 'Ada Lovelace'): Promise<Person> {
  const credentials = { email: freshEmail(), password: 'correct horse battery' }
  const data = { ...credentials, name, timeZone: zone }
  const { user } = await answer<{ user: { id: string } }>(request.post('/api/users', { data }))
  return { id: user.id, name, ...credentials }
}

export async function signIn(request: APIRequestContext, { email, password }: Person): Promise<void> {
  await answer(request.post('/api/session', { data: { email, password } }))
}

/** The JSON of a call that must succeed. */
export async function answer<T = unknown>(call: ReturnType<APIRequestContext['post']>): Promise<T> {
  const response = await call
  expect(response.ok(), `${response.url()} answered ${response.status()}`).toBe(true)
  return (response.status() === 204 ? undefined : await response.json()) as T
}
