import { createECDH, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Mailbox, startMailbox } from '../support/mailbox.ts'
import { type Operation, operations } from '../support/openapi.ts'
import { type Person, password, register, request } from '../support/person.ts'
import { remove, type Server, startServer } from '../support/server.ts'
import { type SmsGateway, startSmsGateway } from '../support/sms-gateway.ts'

/**
 * Every published operation is tried as owner, as stranger and signed out. What a path or body needs is made from the
 * table below; an operation that the table cannot serve fails, so a new route cannot be forgotten.
 */
let server: Server
let mailbox: Mailbox
let gateway: SmsGateway
let owner: Person
let stranger: Person
/** The first of the installation. */
let administrator: Person
const all = await operations()
const name = ({ method, path }: Operation) => `${method} ${path}`

beforeAll(async () => {
  mailbox = await startMailbox()
  gateway = await startSmsGateway()
  const env = { SIGN_IN_TRIES: '1000', SMTP_URL: mailbox.url, OUTBOUND_ALLOW: '127.0.0.0/8', ...gateway.env }
  server = await startServer({ env })
  administrator = await register(server.url, 'Administrator')
  owner = await register(server.url, 'Owner')
  stranger = await register(server.url, 'Stranger')
})
afterAll(async () => {
  await server.stop()
  await mailbox.stop()
  await gateway.stop()
  await remove(server.data)
})

/** Doable itself, which refuses what it is sent there. */
const webhookAddress = () => `${server.url}/api/nothing`

type Made = { id: string; [field: string]: unknown }
const make = async (person: Person, path: string, body: unknown) => {
  const answer = await person.call('POST', path, body)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as Made
}
const text = () => `made ${randomUUID().slice(0, 8)}`
const browser = () => ({
  endpoint: `https://8.8.8.8/${randomUUID()}`,
  keys: { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: 'A'.repeat(22) },
})
type Thing =
  | 'list'
  | 'section'
  | 'label'
  | 'filter'
  | 'task'
  | 'comment'
  | 'trashed'
  | 'session'
  | 'notification'
  | 'webhook'
  | 'delivery'
  | 'pushDevice'
const things: Record<Thing, (person: Person) => Promise<Made>> = {
  list: (person: Person) => make(person, '/api/lists', { name: text() }),
  section: async (person: Person) =>
    make(person, '/api/sections', { listId: (await things.list(person)).id, name: text() }),
  label: (person: Person) => make(person, '/api/labels', { name: text() }),
  filter: (person: Person) => make(person, '/api/filters', { name: text(), query: 'today' }),
  task: (person: Person) => make(person, '/api/tasks', { title: text() }),
  comment: async (person: Person) =>
    make(person, `/api/tasks/${(await things.task(person)).id}/comments`, { text: text() }),
  trashed: async (person: Person) => {
    const task = await things.task(person)
    expect((await person.call('DELETE', `/api/tasks/${task.id}`)).status).toBe(204)
    return task
  },
  session: async (person: Person) => {
    await request(server.url, 'POST', '/api/session', { email: person.email, password })
    const answer = await person.call('GET', '/api/me/sessions')
    const { items } = (await answer.json()) as { items: { id: string; current: boolean }[] }
    return items.find((each) => !each.current) as Made
  },
  notification: async (person: Person) => {
    const friend = await register(server.url, 'Friend')
    const { id } = await things.list(friend)
    await make(friend, `/api/lists/${id}/members`, { email: person.email, role: 'editor' })
    for (let tries = 0; tries < 200; tries++) {
      const page = await person.call('GET', '/api/notifications')
      const { items } = (await page.json()) as { items: Made[] }
      if (items[0]) return items[0]
      await wait(20)
    }
    throw new Error('nobody was told that a list was shared')
  },
  webhook: async (person: Person) => {
    // There can be a few only.
    const all = (await (await person.call('GET', '/api/webhooks')).json()) as { items: Made[] }
    if (all.items[0]) return all.items[0]
    const answer = await person.call('POST', '/api/webhooks', { url: webhookAddress() })
    expect(answer.status, await answer.clone().text()).toBe(201)
    return ((await answer.json()) as { webhook: Made }).webhook
  },
  /** A test that was sent to a webhook; nobody takes it there, so it is given up. */
  delivery: async (person: Person) => {
    const { id } = await things.webhook(person)
    expect((await person.call('POST', `/api/webhooks/${id}/test`)).status).toBe(204)
    for (let tries = 0; tries < 500; tries++) {
      const page = await person.call('GET', '/api/notifications/deliveries?channel=webhook')
      const { items } = (await page.json()) as { items: Made[] }
      if (items[0] && items[0].state !== 'waiting') return items[0]
      await wait(20)
    }
    throw new Error('no test was sent to the webhook')
  },
  pushDevice: async (person: Person) => {
    const answer = await person.call('POST', '/api/push/devices', browser())
    expect(answer.status, await answer.clone().text()).toBe(200)
    return (await answer.json()) as Made
  },
}

/** Each number is written to once. */
let numbers = 0
const newNumber = () => `+49151${String(++numbers).padStart(8, '0')}`

/** Sends a code to a number of the person's and answers it. */
async function code(person: Person): Promise<string> {
  const number = newNumber()
  expect((await person.call('PUT', '/api/sms/number', { number })).status).toBe(200)
  return gateway.codeOf(number)
}

/** What stands in a path: which thing its `{id}` is. */
const idOf: [RegExp, Thing][] = [
  [/^\/api\/lists\/\{id\}/, 'list'],
  [/^\/api\/sections\/\{id\}/, 'section'],
  [/^\/api\/labels\/\{id\}/, 'label'],
  [/^\/api\/filters\/\{id\}/, 'filter'],
  [/^\/api\/comments\/\{id\}/, 'comment'],
  [/^\/api\/tasks\/\{id\}\/purge/, 'trashed'],
  [/^\/api\/tasks\/\{id\}/, 'task'],
  [/^\/api\/me\/sessions\/\{id\}/, 'session'],
  [/^\/api\/notifications\/deliveries\/\{id\}/, 'delivery'],
  [/^\/api\/notifications\/\{id\}/, 'notification'],
  [/^\/api\/webhooks\/\{id\}/, 'webhook'],
  [/^\/api\/sms\/status\/\{id\}/, 'delivery'],
  [/^\/api\/push\/devices\/\{id\}/, 'pushDevice'],
]
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** What is sent; without an entry nothing is. `own` is the thing in the path. */
const bodies: Record<string, (person: Person) => unknown | Promise<unknown>> = {
  'POST /api/users': () => ({ email: `${randomUUID()}@example.org`, password, name: 'New' }),
  'POST /api/session': (person) => ({ email: person.email, password }),
  'PATCH /api/me': () => ({ name: 'Changed' }),
  'PUT /api/me/email': () => ({ email: `${randomUUID()}@example.org`, password }),
  'PUT /api/me/password': () => ({ password, newPassword: 'another good one 7' }),
  'POST /api/me/deletion': () => ({ password }),
  'PUT /api/me/picture': () => ({ type: 'image/png', data: png }),
  'POST /api/lists': () => ({ name: text() }),
  'PATCH /api/lists/{id}': () => ({ name: text() }),
  'POST /api/lists/{id}/members': async () => ({
    email: (await register(server.url, 'Guest')).email,
    role: 'editor',
  }),
  'POST /api/sections': async (person) => ({ listId: (await things.list(person)).id, name: text() }),
  'PATCH /api/sections/{id}': () => ({ name: text() }),
  'POST /api/labels': () => ({ name: text() }),
  'PATCH /api/labels/{id}': () => ({ name: text() }),
  'POST /api/filters': () => ({ name: text(), query: 'today' }),
  'PATCH /api/filters/{id}': () => ({ query: 'p1 | overdue' }),
  'PATCH /api/views': () => ({ id: 'today', settings: { layout: 'board' } }),
  'POST /api/tasks': () => ({ title: text() }),
  'POST /api/tasks/quick-add': () => ({ text: text() }),
  'POST /api/tasks/{id}/comments': () => ({ text: text() }),
  'PATCH /api/comments/{id}': () => ({ text: text() }),
  'PATCH /api/tasks/{id}': () => ({ title: text() }),
  'PATCH /api/notifications/settings': () => ({ dueSoonMinutes: 10 }),
  'POST /api/notifications/{id}/snooze': () => ({ for: '1h' }),
  'POST /api/notifications/settings/test': () => ({ channel: 'app' }),
  'POST /api/webhooks': () => ({ url: webhookAddress() }),
  'PATCH /api/webhooks/{id}': () => ({ enabled: true }),
  'PUT /api/sms/number': () => ({ number: newNumber() }),
  'POST /api/sms/number/confirm': async (person) => ({ code: await code(person) }),
  'POST /api/push/devices': browser,
  'POST /api/push/devices/seen': async (person) => {
    const { endpoint, keys } = browser()
    expect((await person.call('POST', '/api/push/devices', { endpoint, keys })).status).toBe(200)
    return { endpoint }
  },
  'POST /api/sync/push': () => ({
    operations: [
      {
        id: randomUUID(),
        at: new Date().toISOString(),
        type: 'task.create',
        subjectId: randomUUID(),
        fields: { title: text() },
      },
    ],
  }),
}

/** A link of the mail that tells somebody of a shared list. */
async function mailedLink(person: Person): Promise<string> {
  await things.notification(person)
  const mail = await mailbox.to(person.email)
  const [, link = ''] = /^List-Unsubscribe:\s*<(.+)>/m.exec(mail) ?? []
  return new URL(link).search
}

/** What an operation asks for behind its path. */
const queries: Record<string, (person: Person) => Promise<string>> = {
  'GET /api/notifications/unsubscribe': mailedLink,
  'POST /api/notifications/unsubscribe': mailedLink,
}

/** What is no JSON and says in its own way whom it is from. */
const reports: Record<string, (path: string) => { headers: Record<string, string>; body: string }> = {
  'POST /api/sms/status/{id}': (path) =>
    gateway.report(`http://localhost:${server.port}${path}`, { MessageSid: 'SM1', MessageStatus: 'sent' }),
}

/** What exists for administrators alone. What was given up takes a day to come about, so there is none here but for the tests of the service. */
const isAdministration = ({ path }: Operation) => path.startsWith('/api/administration/')

/** Fills the path with things of `person`'s and answers what to send. */
async function prepared(operation: Operation, person: Person) {
  let path = operation.path
  if (isAdministration(operation))
    return { path: path.replace('{id}', randomUUID()).replace('{queue}', 'alarm'), body: undefined }
  if (path.includes('{id}')) {
    const [, thing] = idOf.find(([pattern]) => pattern.test(path)) ?? []
    if (thing === undefined) throw new Error(`${name(operation)}: say in this test what {id} is`)
    path = path.replace('{id}', (await things[thing](person)).id)
  }
  if (path.includes('{personId}')) {
    const guest = await register(server.url, 'Guest')
    const answer = await person.call('POST', path.replace('/{personId}', ''), {
      email: guest.email,
      role: 'viewer',
    })
    expect(answer.status).toBe(201)
    path = path.replace('{personId}', guest.id)
  }
  if (path.includes('{')) throw new Error(`${name(operation)}: say in this test what stands in the path`)
  const body = bodies[name(operation)]
  if (operation.body !== undefined && body === undefined)
    throw new Error(`${name(operation)}: say in this test what is sent`)
  return { path, body: await body?.(person) }
}

/** Some routes need a state of their own, or end the session that tries them. */
const someoneNew = async (operation: Operation) => {
  const person = await register(server.url, 'Somebody')
  if (name(operation) === 'GET /api/me/picture')
    await person.call('PUT', '/api/me/picture', { type: 'image/png', data: png })
  return person
}
const isLive = ({ path }: Operation) => path === '/api/events'
const isProblem = async (answer: Response, status: number, type?: string) => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({ status, ...(type && { type }) })
}

test('the published documents describe the three services', () => {
  expect(new Set(all.map(({ service }) => service))).toEqual(new Set(['user', 'task', 'notification']))
  expect(all.length).toBeGreaterThan(40)
})

describe.each(all.map((operation) => [name(operation), operation] as const))('%s', (_, operation) => {
  test('answers its owner', async () => {
    const person = isAdministration(operation) ? administrator : await someoneNew(operation)
    const { path, body } = await prepared(operation, person)
    const stop = new AbortController()
    const query = (await queries[name(operation)]?.(person)) ?? ''
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const sent = reports[name(operation)]?.(path) ?? (body !== undefined && json)
    const answer = await fetch(server.url + path + query, {
      method: operation.method,
      signal: stop.signal,
      ...sent,
      headers: { authorization: `Bearer ${person.token}`, ...(sent ? sent.headers : {}) },
    })
    const said = isLive(operation) ? '' : await answer.clone().text()
    stop.abort()
    // There is nothing that was given up.
    if (isAdministration(operation) && operation.path.includes('{'))
      return isProblem(answer, 404, '/problems/job-not-found')
    expect(answer.status, said).toBeGreaterThanOrEqual(200)
    expect(answer.status, said).toBeLessThan(300)
  })

  if (!operation.isPublic)
    test('tells somebody who is not signed in nothing', async () => {
      const { path, body } = await prepared(operation, owner)
      const answer = await request(server.url, operation.method, path, body)
      expect(answer.status).toBe(401)
      await isProblem(answer, 401)
    })

  if (isAdministration(operation))
    test('does not exist for a person', async () => {
      const { path } = await prepared(operation, owner)
      await isProblem(await owner.call(operation.method, path), 404, '/problems/no-such-page')
    })

  if (operation.path.includes('{') && !operation.isPublic)
    test('does not exist for a stranger', async () => {
      const { path, body } = await prepared(operation, owner)
      const answer = await stranger.call(operation.method, path, body)
      expect(answer.status).toBe(404)
      await isProblem(answer, 404)
    })

  if (operation.body !== undefined)
    test('refuses what is no sensible body', async () => {
      const person = await someoneNew(operation)
      const { path, body } = await prepared(operation, person)
      const attempts: [unknown, string?][] = [
        ['{"broken', 'application/json'],
        [{ ...(body as object), nobodyOfferedThis: 1 }],
        [[]],
        ['null'],
        ['"text"'],
        ['{}', 'text/plain'],
        [Object.fromEntries(Object.keys(body as object).map((key) => [key, { wrong: ['type'] }]))],
        [{ padding: 'x'.repeat(3_000_000) }],
      ]
      for (const [sent, type] of attempts) {
        const headers: Record<string, string> = type ? { 'content-type': type } : {}
        const answer = await person.call(operation.method, path, sent, headers)
        expect(
          answer.status,
          `${JSON.stringify(sent)?.slice(0, 80)}: ${await answer.clone().text()}`,
        ).toBeGreaterThanOrEqual(400)
        expect(answer.status).toBeLessThan(500)
        await isProblem(answer, answer.status)
      }
    })

  if (operation.query.length > 0)
    test('refuses what is no sensible query', async () => {
      const { path } = await prepared(operation, owner)
      const asks = isAdministration(operation) ? administrator : owner
      for (const query of [
        ...operation.query.map((key) => `${key}=%00%ff`),
        'nobodyOfferedThis=1',
        'cursor=bm9wZQ',
      ]) {
        const answer = await asks.call(operation.method, `${path}?${query}`)
        expect(answer.status, `${query}: ${await answer.clone().text()}`).toBeLessThan(500)
        if (answer.status >= 400) await isProblem(answer, answer.status)
      }
      const unknown = await asks.call(operation.method, `${path}?nobodyOfferedThis=1`)
      expect(unknown.status).toBe(400)
    })

  if (operation.path.includes('{'))
    test('refuses what is no id', async () => {
      const asks = isAdministration(operation) ? administrator : owner
      for (const id of ['1', '%00', "'--", randomUUID().toUpperCase(), randomUUID()]) {
        const path = operation.path.replaceAll(/\{\w+\}/g, id)
        const answer = await asks.call(operation.method, path, await bodies[name(operation)]?.(owner))
        const refusals = operation.isPublic ? [400, 403] : [400, 404]
        expect(refusals, `${id}: ${await answer.clone().text()}`).toContain(answer.status)
        await isProblem(answer, answer.status)
      }
    })
})

test('what is unknown answers with a problem document', async () => {
  for (const [method, path] of [
    ['GET', '/api/nothing'],
    ['PATCH', '/api/nothing/here'],
    ['TRACE', '/api/tasks'],
  ] as const) {
    const answer = await request(server.url, method === 'TRACE' ? 'PUT' : method, path)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    await isProblem(answer, answer.status)
  }
})

test('a request from another site is refused', async () => {
  const headers = { origin: 'https://evil.example', cookie: `sid=${owner.token}` }
  const answer = await request(server.url, 'POST', '/api/tasks', { title: 'No' }, headers)
  expect(answer.status).toBe(403)
  const crossSite = { 'sec-fetch-site': 'cross-site', cookie: `sid=${owner.token}` }
  expect((await request(server.url, 'POST', '/api/tasks', { title: 'No' }, crossSite)).status).toBe(403)
  const same = { origin: server.url, cookie: `sid=${owner.token}` }
  expect((await request(server.url, 'POST', '/api/tasks', { title: 'Yes' }, same)).status).toBe(201)
})
