import { standardSettings } from '@doable/contracts/notification-settings'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'
import { startMailServer } from '../fixtures/mail-server.ts'

let server: Awaited<ReturnType<typeof startMailServer>>
let house: Notifications
beforeAll(async () => {
  server = await startMailServer()
  house = await startNotifications('2026-11-22T12:00:00.000Z', { SMTP_URL: server.url })
})
afterAll(async () => {
  await house.stop()
  await server.stop()
})

const form = { 'content-type': 'application/x-www-form-urlencoded' }
async function mailed(language: 'en' | 'de' = 'en') {
  const [ann, bob] = [await house.person({ name: 'Ann', language }), await house.person()]
  const share = async (name: string) => {
    const listId = uuidv7()
    const about = { actorId: bob.id, audience: [ann.id, bob.id] }
    await house.announce('list.shared', listId, listId, about, { listId, name, personId: ann.id })
    await house.work()
  }
  const mail = () => server.mailTo(`${ann.id}@example.org`)
  const kinds = async () => (await ann.as('GET', '/api/notifications/settings')).json().settings.kinds
  await share('Home')
  const link = /^<(.+)>$/.exec(mail()[0]?.headers.get('list-unsubscribe') ?? '')?.[1] ?? ''
  const { pathname, search, searchParams } = new URL(link)
  const address = pathname + search
  return { ann, share, mail, kinds, link, address, token: searchParams.get('token') ?? '' }
}
const post = (url: string, headers: Record<string, string> = form, payload = 'List-Unsubscribe=One-Click') =>
  house.app.inject({ method: 'POST', url, headers, payload })
const standard = { ...standardSettings.kinds, shared: ['app', 'push', 'webhook'] }

test('the button of a mail program stops e-mail of the kind, and of no other', async () => {
  const { share, mail, kinds, link, address } = await mailed()
  expect(mail()[0]?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  expect(mail()[0]?.text).toContain(link)
  expect((await post(address)).statusCode).toBe(200)
  expect((await post(address)).statusCode).toBe(200)
  expect(await kinds()).toEqual(standard)
  await share('Garden')
  expect(mail()).toHaveLength(1)
})

test('it may send its form in parts, or nothing at all', async () => {
  const { kinds, address } = await mailed()
  const parts = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  expect((await post(address, { 'content-type': 'multipart/form-data; boundary=x' }, parts)).statusCode).toBe(
    200,
  )
  expect(await kinds()).toEqual(standard)
  const other = await mailed()
  expect((await house.app.inject({ method: 'POST', url: other.address })).statusCode).toBe(200)
  expect(await other.kinds()).toEqual(standard)
})

test('following the link only asks, in the language of the mail', async () => {
  const { kinds, address } = await mailed('de')
  const answer = await house.app.inject({ method: 'GET', url: address })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect(answer.body).toContain('Keine E-Mails mehr über Listen, die mit dir geteilt werden?')
  expect(answer.body).toContain('<form method="post">')
  expect(await kinds()).toEqual(standardSettings.kinds)
  expect((await post(address)).body).toContain('Du bekommst keine E-Mails mehr über')
})

test('a link cannot be made up', async () => {
  const { ann, kinds, address, token } = await mailed()
  const other = await mailed()
  const [person = '', kind = '', signature = ''] = token.split('.')
  const forged = [
    '',
    '.',
    '..',
    person,
    `${person}.${kind}`,
    `${person}.${kind}.`,
    `${person}.${kind}.${signature.slice(0, -1)}`,
    `${person}.reminder.${signature}`,
    `${person}.nonsense.${signature}`,
    `${other.ann.id}.${kind}.${signature}`,
    `${uuidv7()}.${kind}.${signature}`,
    'x'.repeat(300),
  ]
  for (const wrong of forged)
    for (const method of ['GET', 'POST'] as const) {
      const url = `/api/notifications/unsubscribe?token=${encodeURIComponent(wrong)}`
      expect([400, 404], wrong).toContain((await house.app.inject({ method, url })).statusCode)
    }
  const evil = { ...form, origin: 'https://evil.example' }
  expect((await post(address, evil)).statusCode).toBe(403)
  expect(await kinds()).toEqual(standardSettings.kinds)
  expect(await other.kinds()).toEqual(standardSettings.kinds)
  await house.aboutPerson('user.erased', { id: ann.id })
  expect((await post(address)).statusCode).toBe(404)
})
