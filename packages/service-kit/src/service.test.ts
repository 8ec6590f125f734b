import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { startServices, type TestApp } from './testing.ts'

let running: TestApp
beforeAll(async () => {
  running = await startServices([noteService])
})
afterAll(() => running.stop())

async function signedIn(personId = uuidv7()) {
  const answer = await running.app.inject({
    method: 'POST',
    url: '/api/notes/session',
    payload: { personId },
  })
  expect(answer.statusCode).toBe(200)
  const { secret } = answer.json()
  return (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    running.app.inject({ method, url, payload, cookies: { sid: secret } })
}

test('a person adds a note, finds it in any case and accent, and others do not', async () => {
  const ann = await signedIn()
  const added = await ann('POST', '/api/notes', { text: 'Kaffee für ÉTIENNE' })
  expect(added.statusCode).toBe(201)
  expect((await ann('GET', '/api/notes?search=etienne')).json().items).toHaveLength(1)
  expect((await ann('GET', '/api/notes?search=%25')).json().items).toHaveLength(0)
  const { id } = added.json()
  expect((await ann('GET', `/api/notes/${id}`)).json()).toEqual(added.json())
  const bob = await signedIn()
  expect((await bob('GET', `/api/notes/${id}`)).statusCode).toBe(404)
  expect((await bob('GET', '/api/notes')).json().items).toEqual([])
})

test('fifty raises at once are fifty', async () => {
  const ann = await signedIn()
  const { id } = (await ann('POST', '/api/notes', { text: 'count' })).json()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => ann('POST', `/api/notes/${id}/versions`)),
  )
  const versions = answers.map((answer) => answer.json().version).sort((a, b) => a - b)
  expect(versions).toEqual(Array.from({ length: 50 }, (_, n) => n + 2))
})

test('a list costs one statement however long it is, beside that for who asks', async () => {
  const ann = await signedIn()
  for (let n = 0; n < 10; n += 1) await ann('POST', '/api/notes', { text: `note ${n}` })
  // Who asks is read anew only where something was written since.
  const cost = async (act: () => Promise<unknown>) =>
    (await running.statements(act)).filter((sql) => !/FROM .Sessions/.test(sql))
  const list = await cost(() => ann('GET', '/api/notes'))
  expect(list.map((sql) => /FROM .(\w+)/.exec(sql)?.[1])).toEqual(['Notes'])
  const add = await cost(() => ann('POST', '/api/notes', { text: 'one more' }))
  expect(add.map((sql) => sql.replace(/^Executing \(.*?\): /, '').split(' ')[0])).toEqual([
    'BEGIN',
    'INSERT',
    'INSERT',
    'COMMIT;',
  ])
})

test('a removal answers 204 with no body', async () => {
  const ann = await signedIn()
  const { id } = (await ann('POST', '/api/notes', { text: 'gone soon' })).json()
  const removed = await ann('DELETE', `/api/notes/${id}`)
  expect([removed.statusCode, removed.body]).toEqual([204, ''])
  expect((await ann('GET', `/api/notes/${id}`)).statusCode).toBe(404)
})
