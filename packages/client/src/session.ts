import type { Me } from '@doable/contracts/user'
import { userApi } from './api.ts'
import { ApiError } from './route-client.ts'
import type { Store } from './store.ts'

/**
 * Who is signed in, kept in this browser so that the application opens without a network. The session itself is a cookie
 * that no script can read.
 */
const personKey = 'doable.person'
/** Set from the click until the server has heard of it, so that a sign-out without a network holds. */
const leavingKey = 'doable.leaving'
const lockName = 'doable-session'

const listeners = new Set<() => void>()
let kept: { text: string | null; person: Me | null } = { text: null, person: null }

function parsed(text: string | null): Me | null {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** The same object until something about the person changes. */
export function currentPerson(): Me | null {
  const text = localStorage.getItem(personKey)
  if (text !== kept.text) kept = { text, person: parsed(text) }
  return kept.person
}

/** Calls back when the person changes, in this tab or another. */
export function subscribePerson(listener: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key === personKey || event.key === null) listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', heard)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', heard)
  }
}

/** Also for answers of `userApi` that hold the person: `setPerson(await userApi.changeProfile({ body }))`. */
export function setPerson(person: Me | null): void {
  if (person) localStorage.setItem(personKey, JSON.stringify(person))
  else localStorage.removeItem(personKey)
  for (const listener of [...listeners]) listener()
}

/** While the session changes hands no request goes out in another tab under the wrong name. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request(lockName, work) as Promise<T>) : work()

/** Makes sure that a request is made in nobody else's name. For `httpTransport`'s `guard`. */
export function asPerson(personId: string): <T>(request: () => Promise<T>) => Promise<T> {
  return <T>(request: () => Promise<T>) => {
    const checked = () => {
      if (currentPerson()?.id === personId) return request()
      throw new ApiError(
        new Response(null, { status: 401, statusText: 'Somebody else is signed in' }),
        undefined,
      )
    }
    if (!navigator.locks) return Promise.resolve().then(checked)
    return navigator.locks.request(lockName, { mode: 'shared' }, checked) as Promise<T>
  }
}

type Body<K extends 'register' | 'signIn'> = Parameters<(typeof userApi)[K]>[0] extends { body: infer B }
  ? B
  : never

/** Throws `ApiError` with the server's problem: 401 for a wrong address or password, 429 after too many tries. */
export const signIn = (body: Body<'signIn'>): Promise<Me> =>
  alone(async () => {
    const { user } = await userApi.signIn({ body })
    return entered(user)
  })

/** Throws `ApiError`: 409 when the address is taken, 400 with `errors` about single fields. */
export const register = (body: Body<'register'>): Promise<Me> =>
  alone(async () => {
    const { user } = await userApi.register({ body })
    return entered(user)
  })

function entered(user: Me): Me {
  localStorage.removeItem(leavingKey)
  setPerson(user)
  return user
}

/**
 * Asks the server who is signed in. Answers the person as kept here when it cannot be reached, and null when nobody is
 * signed in; then the person stays known, so that what is queued is sent after signing in again.
 */
export async function refreshPerson(): Promise<Me | null> {
  try {
    if (localStorage.getItem(leavingKey) !== null) await leave()
    const me = await alone(() => userApi.me())
    setPerson(me)
    return me
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    return currentPerson()
  }
}

/**
 * Signs out and erases what this browser holds of the person. What is still queued is sent first; if that fails, nothing
 * happens and the answer is the number of changes that would be lost, so that the person decides (`discard`).
 */
export async function signOut(store: Store, { discard = false } = {}): Promise<number> {
  const unsent = discard ? 0 : await store.flush()
  if (unsent > 0) return unsent
  localStorage.setItem(leavingKey, new Date().toISOString())
  await store.wipe()
  setPerson(null)
  await leave().catch(() => undefined)
  return 0
}

async function leave(): Promise<void> {
  await alone(() => userApi.signOut()).catch((error: unknown) => {
    if (!(error instanceof ApiError && error.status === 401)) throw error
  })
  localStorage.removeItem(leavingKey)
}
