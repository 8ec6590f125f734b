import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asPerson, currentPerson, refreshPerson, setPerson, signIn, signOut } from './session.ts'
import { settled, world } from './world.testing.ts'

let answer: (asked: string) => Response | Promise<Response>
const asked: string[] = []
beforeEach(() => {
  localStorage.clear()
  asked.splice(0)
  vi.stubGlobal('fetch', async (url: string, { method }: RequestInit) => {
    asked.push(`${method} ${url}`)
    return answer(`${method} ${url}`)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})
const ada = { id: 'a', name: 'Ada' }
const gone = () => Promise.reject(new TypeError('Failed to fetch'))

test('remembers who signed in', async () => {
  answer = () => Response.json({ user: ada, token: 'x' }, { status: 201 })
  await signIn({ email: 'ada@example.org', password: 'correct horse' })
  expect(currentPerson()).toEqual(ada)
  answer = gone
  expect(await refreshPerson()).toEqual(ada)
})

test('an ended session asks to sign in again, and keeps the person for what is queued', async () => {
  setPerson(ada as never)
  answer = () => new Response(null, { status: 401 })
  expect(await refreshPerson()).toBeNull()
  expect(currentPerson()).toEqual(ada)
})

test('signing out sends what is queued, erases all and ends the session', async () => {
  const { open, server, personId } = world()
  setPerson({ id: personId, name: 'Ada' } as never)
  const store = await open()
  await settled(store)
  store.addTask({ title: 'Last thing' })
  answer = () => new Response(null, { status: 204 })
  expect(await signOut(store)).toBe(0)
  expect(server.rows.tasks.size).toBe(1)
  expect(asked).toEqual(['DELETE /api/session'])
  expect(currentPerson()).toBeNull()
  expect(store.getSnapshot().tasks.size).toBe(0)
})

test('says what would be lost before it signs out without a network; the sign-out then holds', async () => {
  const { open, server } = world()
  setPerson(ada as never)
  const store = await open()
  await settled(store)
  server.onRequest = () => {
    throw new TypeError('Failed to fetch')
  }
  answer = gone
  store.addTask({ title: 'Unsent' })
  store.addTask({ title: 'Unsent too' })
  expect(await signOut(store)).toBe(2)
  expect(store.getSnapshot().tasks.size).toBe(2)
  expect(currentPerson()).toEqual(ada)
  expect(await signOut(store, { discard: true })).toBe(0)
  expect(currentPerson()).toBeNull()

  const { me, delete: ended } = { me: 'GET /api/me', delete: 'DELETE /api/session' }
  let signedIn = true
  answer = (what) => {
    if (what === ended) signedIn = false
    if (what === me && !signedIn) return new Response(null, { status: 401 })
    return what === me ? Response.json(ada) : new Response(null, { status: 204 })
  }
  asked.splice(0)
  expect(await refreshPerson()).toBeNull()
  expect(asked).toEqual([ended, me])
  expect(currentPerson()).toBeNull()
})

test('makes no request in the name of somebody else', async () => {
  setPerson(ada as never)
  const request = vi.fn(async () => 'answer')
  expect(await asPerson('a')(request)).toBe('answer')
  setPerson({ ...ada, id: 'b' } as never)
  await expect(asPerson('a')(request)).rejects.toMatchObject({ status: 401 })
  expect(request).toHaveBeenCalledOnce()
})
