import type { User } from '@doable/contracts/user'
import { until } from '@doable/service-kit/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../../fixtures/house.ts'
import { startMailServer } from '../../fixtures/mail-server.ts'

const url = 'http://todo.example.org'
const settings = '/api/notifications/settings'
let server: Awaited<ReturnType<typeof startMailServer>>
let house: Notifications
beforeAll(async () => {
  server = await startMailServer()
  const env = { SMTP_URL: server.url, PUBLIC_URL: url, MAIL_FROM: 'Doable <todo@example.org>' }
  house = await startNotifications('2026-11-22T12:00:00.000Z', env)
})
afterAll(async () => {
  await house.stop()
  await until(async () => server.openConnections() === 0, 'the connections to the mail server to be closed')
  await server.stop()
})

/** Somebody whom others share lists with, their mail, and what stands in their log. */
async function reader(fields: Partial<User> = {}) {
  const [ann, bob] = [await house.person({ name: 'Ann', ...fields }), await house.person({ name: 'Bob' })]
  const share = async (name: string) => {
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    await house.announce('list.shared', listId, listId, about, { listId, name, personId: ann.id })
    await house.work()
    return listId
  }
  const change = (payload: object) => ann.as('PATCH', settings, { payload })
  const mail = () => server.mailTo(fields.email ?? `${ann.id}@example.org`)
  const log = async () => (await ann.as('GET', '/api/notifications/deliveries?channel=email')).json().items
  return { ann, bob, share, change, mail, log }
}
const anHour = async () => {
  house.clock.advance(3_600_000)
  await house.work()
}

test('a mail says in text and HTML what happened, and leads to it', async () => {
  const { ann, share, mail, log } = await reader()
  const listId = await share('Home & <b>garden</b>')
  const [one] = mail()
  expect(mail()).toHaveLength(1)
  expect(one?.headers.get('subject')).toBe('Shared with you: Home & <b>garden</b>')
  expect(one?.headers.get('from')).toBe('Doable <todo@example.org>')
  expect(one?.headers.get('to')).toBe(`Ann <${ann.id}@example.org>`)
  expect(one?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(one?.headers.get('content-type')).toContain('multipart/alternative')
  expect(one?.headers.get('message-id')).toMatch(/^<[0-9a-f]{40}@example\.org>$/)
  expect(one?.text).toContain('Bob shared the list “Home & <b>garden</b>” with you.')
  expect(one?.text).toContain(`${url}/tasks/list/${listId}`)
  expect(one?.html).toContain('Home &amp; &lt;b&gt;garden&lt;/b&gt;')
  expect(one?.html).toContain(`href="${url}/tasks/list/${listId}"`)
  // Nothing is fetched when it is read.
  expect(one?.html).not.toMatch(/src=|url\(|<link|@import|<b>/)
  expect(await log()).toMatchObject([{ kind: 'shared', state: 'sent', attempts: 1, reason: null }])
})

test('a task is opened by its link, and everything is in the language of its reader', async () => {
  const { ann, bob, change, mail } = await reader({ language: 'de', timeZone: 'Europe/Berlin' })
  await change({ kinds: { completed: ['email'] } })
  const task = await house.task({ createdBy: ann.id, title: 'Müll „rausbringen“' })
  const done = { ...task, completedAt: house.clock.now().toISOString(), completedBy: bob.id }
  await house.aboutTask('task.completed', done, {
    actorId: bob.id,
    ownerId: ann.id,
    audience: [ann.id, bob.id],
  })
  await anHour()
  const [one] = mail()
  expect(one?.headers.get('subject')).toBe('Erledigt: Müll „rausbringen“')
  expect(one?.text).toContain('Bob hat „Müll „rausbringen““ erledigt.')
  expect(one?.text).toContain(`Aufgabe öffnen:\n${url}/tasks/list/${task.listId}?task=${task.id}`)
  expect(one?.html).toContain('<html lang="de">')
  expect(one?.text).toContain('abbestellen')
})

const forged = ['\r\n', '\n\n', '\r', '\u2028', '\0', '\u0085', '\v'].map(
  (end) => `Home${end}Bcc: evil@example.org`,
)

test.each(forged)('the name %j makes no header', async (name) => {
  const { ann, share, mail } = await reader()
  await share(name)
  await house.aboutPerson('user.changed', { id: ann.id, name })
  await share('Garden')
  expect(mail()).toHaveLength(2)
  for (const { to, headers, raw } of mail()) {
    expect(to).toEqual([`${ann.id}@example.org`])
    expect(headers.has('bcc')).toBe(false)
    expect(headers.get('message-id')).toMatch(/^<[0-9a-f]{40}@example\.org>$/)
    expect(raw).not.toContain('\0')
  }
  expect(mail()[0]?.headers.get('subject')).toMatch(/^Shared with you: Home Bcc: evil@example.org$/)
  expect(mail()[1]?.headers.get('to')).toMatch(new RegExp(`<${ann.id}@example.org>$`))
})

test('a name that looks like an address adds nobody', async () => {
  const { ann, share, mail } = await reader({ name: 'Ann" <evil@example.org>, "' })
  await share('Home')
  expect(mail()).toHaveLength(1)
  expect(mail()[0]?.to).toEqual([`${ann.id}@example.org`])
})

test('what the server does not take now is tried again until it does, and is the same message', async () => {
  const { share, mail, log } = await reader()
  server.refuse.rcpt.push({ responseCode: 451, message: '4.7.1 Come back later' })
  await share('Home')
  expect(mail()).toEqual([])
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, reason: '451 4.7.1 Come back later' }])
  server.refuse.data.push({ responseCode: 452, message: '4.3.1 Full' })
  await anHour()
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 2, reason: '452 4.3.1 Full' }])
  await anHour()
  expect(mail()).toHaveLength(1)
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 3, reason: null }])
})

test.each(['rcpt', 'data'] as const)('a refusal for good (%s) ends the tries and is told', async (at) => {
  const { share, mail, log } = await reader()
  server.refuse[at].push({ responseCode: 550, message: '5.1.1 Nobody of that name' })
  await share('Home')
  const failed = { state: 'failed', attempts: 1, reason: '550 5.1.1 Nobody of that name' }
  expect(await log()).toMatchObject([failed])
  await anHour()
  expect(mail()).toEqual([])
  expect(await log()).toMatchObject([failed])
})

test('a refused sign-in is no fault of the reader and is tried again', async () => {
  const { share, mail, log } = await reader()
  server.refuse.rcpt.push({ responseCode: 530, message: '5.7.0 Authentication required by mail.internal' })
  await share('Home')
  const reason = 'The mail server does not let this server sign in.'
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, reason }])
  await anHour()
  expect(mail()).toHaveLength(1)
})

test('while the server is away mail waits', async () => {
  const { share, mail, log } = await reader()
  await server.stop()
  await share('Home')
  expect(await log()).toMatchObject([
    { state: 'waiting', attempts: 1, reason: expect.stringMatching(/^The mail server cannot be reached/) },
  ])
  await server.start()
  await anHour()
  expect(mail()).toHaveLength(1)
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('mail whose acceptance was not heard of goes out again under the same Message-ID', async () => {
  const { share, mail, log } = await reader()
  server.refuse.data.push('hang up')
  await share('Home')
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1 }])
  await anHour()
  const ids = mail().map(({ headers }) => headers.get('message-id'))
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  await share('Garden')
  expect(new Set(mail().map(({ headers }) => headers.get('message-id'))).size).toBe(2)
})

test('mail waits until the quiet hours are over, and is not sent if it is switched off meanwhile', async () => {
  const { share, change, mail, log } = await reader()
  const hour = (away: number) =>
    new Date(house.clock.now().getTime() + away * 3_600_000).toISOString().slice(11, 16)
  await change({ quietFrom: hour(-1), quietUntil: hour(2) })
  await share('Home')
  await anHour()
  expect(mail()).toEqual([])
  await anHour()
  expect(mail()).toHaveLength(1)
  await change({ quietFrom: hour(-1), quietUntil: hour(1) })
  await share('Garden')
  await change({ kinds: { shared: ['app'] } })
  await anHour()
  expect(mail()).toHaveLength(1)
  expect((await log())[0]).toMatchObject({ state: 'failed', reason: 'Switched off before it was sent.' })
})

test('many mails go over a few connections', async () => {
  const before = server.connections()
  const { share, mail } = await reader()
  for (let number = 0; number < 10; number++) await share(`List ${number}`)
  expect(mail()).toHaveLength(10)
  expect(server.connections() - before).toBeLessThanOrEqual(4)
})

test('a test message comes at once, and offers nothing to stop', async () => {
  const { ann, change, mail } = await reader()
  await change({ quietFrom: '00:00', quietUntil: '23:59' })
  expect((await ann.as('POST', `${settings}/test`, { payload: { channel: 'email' } })).statusCode).toBe(204)
  await house.work()
  expect(mail()).toHaveLength(1)
  expect(mail()[0]?.headers.has('list-unsubscribe')).toBe(false)
  expect(mail()[0]?.text).toContain(`${url}/`)
})
