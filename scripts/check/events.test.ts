import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventOf as contractOf, eventTypes } from '@doable/contracts/event'
import { eventOf, type StoredEvent } from '@doable/service-kit/event-tables'
import { removeDatabase } from '@doable/service-kit/test-database'
import { startServices, type TestApp, TestClock, until } from '@doable/service-kit/testing'
import { services } from '@doable/standalone/services'
import { afterAll, expect, test } from 'vitest'

const folder = await mkdtemp(join(tmpdir(), 'doable-events-'))
const clock = new TestClock()
const start = () => startServices(services, { clock, env: { DATA_DIR: folder } })
let running: TestApp = await start()
afterAll(async () => {
  await running.stop()
  await removeDatabase(folder)
  await rm(folder, { recursive: true, force: true })
})

type Answer = { id: string; user: { id: string }; token: string }
const password = 'correct horse battery'

async function ask(
  token: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
) {
  const headers = token ? { authorization: `Bearer ${token}` } : {}
  const answer = await running.app.inject({ method, url, headers, ...(payload && { payload }) })
  expect(answer.statusCode, `${method} ${url}: ${answer.body}`).toBeLessThan(300)
  return (answer.body ? answer.json() : {}) as Answer
}

const register = async (name: string) => {
  const { user, token } = await ask('', 'POST', '/api/users', {
    email: `${name}@example.org`,
    password,
    name,
  })
  return { id: user.id, token, email: `${name}@example.org` }
}

const told = new Map<string, unknown>()
/** Keeps what has been announced so far; some of it goes with whom it is about. */
async function gather() {
  for (const service of ['User', 'Task']) {
    const rows = await running.app.db.model(`${service}Events`).findAll()
    for (const row of rows) told.set((row as StoredEvent).id, eventOf(row as StoredEvent))
  }
}

test('whatever the services announce is as its contract says, and there is no event that none announces', async () => {
  const [ada, bob, eve] = [await register('ada'), await register('bob'), await register('eve')]
  await ask(ada.token, 'PATCH', '/api/me', { name: 'Ada L.' })
  await ask('', 'POST', '/api/session', { email: ada.email, password })
  await ask(ada.token, 'DELETE', '/api/me/sessions?keep=current')

  const list = await ask(ada.token, 'POST', '/api/lists', { name: 'House' })
  // The task service learns of people by their events.
  await until(async () => {
    const share = { email: bob.email, role: 'editor' }
    const headers = { authorization: `Bearer ${ada.token}` }
    const url = `/api/lists/${list.id}/members`
    const answer = await running.app.inject({ method: 'POST', url, headers, payload: share })
    return answer.statusCode === 201
  })
  await ask(ada.token, 'POST', '/api/labels', { name: 'home' })
  await ask(ada.token, 'PATCH', `/api/lists/${list.id}`, { name: 'Home' })

  const rich = { listId: list.id, notes: 'Notes', labels: ['home'], dueOn: '2026-12-01', dueTime: '09:00' }
  const task = await ask(ada.token, 'POST', '/api/tasks', { title: 'Water the plants', ...rich })
  const at = `/api/tasks/${task.id}`
  await ask(bob.token, 'PATCH', at, { notes: 'Other notes', assigneeId: bob.id, priority: 1 })
  for (const act of ['complete', 'reopen']) await ask(bob.token, 'POST', `${at}/${act}`)
  const text = `See @[Ada](person:${ada.id})`
  const comment = await ask(bob.token, 'POST', `${at}/comments`, { text })
  await ask(bob.token, 'PATCH', `/api/comments/${comment.id}`, { text: `${text}!` })
  await ask(bob.token, 'DELETE', `/api/comments/${comment.id}`)
  await ask(bob.token, 'POST', `/api/comments/${comment.id}/restore`)
  await ask(bob.token, 'DELETE', at)
  await ask(bob.token, 'POST', `${at}/restore`)
  await ask(bob.token, 'DELETE', at)
  await gather()
  await ask(bob.token, 'POST', `${at}/purge`)

  const daily = { repeatRule: 'FREQ=DAILY', repeatMode: 'schedule', dueOn: '2026-11-22' }
  const again = await ask(ada.token, 'POST', '/api/tasks', { title: 'Stretch', listId: list.id, ...daily })
  for (const act of ['complete', 'skip']) await ask(ada.token, 'POST', `/api/tasks/${again.id}/${act}`)
  await ask(ada.token, 'DELETE', `/api/lists/${list.id}/members/${bob.id}`)
  await ask(eve.token, 'POST', '/api/me/deletion', { password })
  await gather()

  await running.stop()
  clock.advance(20 * 24 * 60 * 60 * 1000)
  running = await start()
  const types = () => new Set([...told.values()].map((event) => (event as { type: string }).type))
  await until(async () => {
    await gather()
    return types().has('user.erased')
  })
  for (const event of told.values()) {
    const { type } = event as { type: (typeof eventTypes)[number] }
    expect(contractOf(type).safeParse(event).error, JSON.stringify(event)).toBeUndefined()
  }
  expect([...types()].sort()).toEqual([...eventTypes].sort())
})
