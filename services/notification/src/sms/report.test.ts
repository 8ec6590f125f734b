import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportOf, type SmsServer, sign } from '../../fixtures/sms-server.ts'
import { startTexting, type Texting } from '../../fixtures/texting.ts'

let it: Texting
beforeAll(async () => {
  it = await startTexting()
})
afterAll(() => it.stop())

type Taken = SmsServer['taken'][number]
const form = 'application/x-www-form-urlencoded'
const post = (url: string, payload: string, signature?: string, type = form) =>
  it.house.app.inject({
    method: 'POST',
    url: new URL(url).pathname,
    payload,
    headers: { 'content-type': type, ...(signature !== undefined && { 'x-twilio-signature': signature }) },
  })
async function tell(message: Taken | undefined, status: string, more?: Record<string, string>) {
  if (!message?.callback) throw new Error('nothing was sent')
  const { form: said, signature } = reportOf(message, status, more)
  expect((await post(message.callback, said, signature)).statusCode).toBe(204)
}

async function sent() {
  const reader = await it.reader()
  await reader.share('Home')
  const [message] = reader.texts()
  if (!message) throw new Error('nothing was sent')
  const outcome = async () => (await reader.log())[0]
  return { ...reader, message, outcome }
}

test('the log says when it arrived, whatever comes after that', async () => {
  const { message, outcome } = await sent()
  for (const status of ['queued', 'sent']) await tell(message, status)
  expect(await outcome()).toMatchObject({ state: 'sent', deliveredAt: null })
  await tell(message, 'delivered')
  const at = (await outcome()).deliveredAt
  expect(at).toBe(it.house.clock.now().toISOString())
  it.house.clock.advance(60_000)
  for (const status of ['delivered', 'sent', 'queued', 'undelivered', 'failed', 'nonsense', ''])
    await tell(message, status, { ErrorCode: '30003' })
  expect(await outcome()).toMatchObject({ state: 'sent', reason: null, deliveredAt: at })
})

test.each([
  ['undelivered', '30003', 'The phone is off or out of reach (30003).', null],
  ['undelivered', '30007', 'A carrier took it for spam (30007).', null],
  ['failed', '30008', 'The message did not arrive (30008).', null],
  ['failed', '', 'The message did not arrive.', null],
  ['undelivered', '30005', 'No SMS can reach this number (30005).', 'unreachable'],
  ['undelivered', '30006', 'No SMS can reach this number (30006).', 'unreachable'],
  ['failed', '21610', 'This number told the sender to stop (21610).', 'unsubscribed'],
])('%s with %s stands in the log: %s', async (status, ErrorCode, reason, stopped) => {
  const { message, outcome, state } = await sent()
  await tell(message, status, { ErrorCode })
  await tell(message, status, { ErrorCode: '30004' })
  await tell(message, 'sent')
  expect(await outcome()).toMatchObject({ state: 'failed', reason, deliveredAt: null })
  expect(await state()).toMatchObject({ stopped, verified: stopped !== 'unreachable' })
})

test('what arrived after all did arrive', async () => {
  const { message, outcome } = await sent()
  await tell(message, 'failed', { ErrorCode: '30003' })
  await tell(message, 'delivered')
  expect(await outcome()).toMatchObject({ state: 'sent', reason: null, deliveredAt: expect.any(String) })
})

test('a message whose acceptance was not heard of is known by its report, and not sent again', async () => {
  const { share, texts, log, state } = await it.reader()
  it.server.instead.push('lost')
  await share('Home')
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1 }])
  await tell(texts()[0], 'queued')
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 1, reason: null }])
  await it.pass(600)
  expect(texts()).toHaveLength(1)
  expect(await state()).toMatchObject({ left: 18 })
})

test('of two that were taken for one, the failure of the first is not that of the second', async () => {
  const { share, texts, log } = await it.reader()
  it.server.instead.push('lost')
  await share('Home')
  await it.pass(1)
  const [first, second] = texts()
  await tell(first, 'undelivered', { ErrorCode: '30003' })
  expect(await log()).toMatchObject([{ state: 'sent', reason: null }])
  await tell(second, 'delivered')
  expect(await log()).toMatchObject([{ state: 'sent', deliveredAt: expect.any(String) }])
})

test('a report of a number that was changed meanwhile says nothing of the new one', async () => {
  const { message, ann, set, confirm, state } = await sent()
  await ann.as('DELETE', '/api/sms/number')
  const number = '+4915288888888'
  await set(number)
  await confirm(it.codeOf(number))
  await tell(message, 'undelivered', { ErrorCode: '30005' })
  expect(await state()).toMatchObject({ number, verified: true, stopped: null })
})

test('what the provider did not sign is refused and changes nothing', async () => {
  const { message, outcome } = await sent()
  const other = await sent()
  const { form: said, signature } = reportOf(message, 'delivered')
  const url = message.callback ?? ''
  const forged: [string, string, string?, string?][] = [
    [url, said],
    [url, said, ''],
    [url, said, signature.slice(0, -2)],
    [url, said, sign(url, Object.fromEntries(new URLSearchParams(said)), 'another token')],
    [url, `${said}&ErrorCode=30005`, signature],
    [url, said.replace('delivered', 'failed'), signature],
    [url, '', signature],
    [other.message.callback ?? '', said, signature],
    [url, JSON.stringify(Object.fromEntries(new URLSearchParams(said))), signature, 'application/json'],
  ]
  for (const [address, payload, signed, type] of forged) {
    const answer = await post(address, payload, signed, type)
    expect(answer.statusCode, payload).toBe(403)
    expect(answer.json()).toMatchObject({ type: '/problems/not-signed' })
  }
  expect((await post(url, 'a=b', signature, 'multipart/form-data; boundary=x')).statusCode).toBe(415)
  expect((await post(url, `a=${'x'.repeat(20_000)}`, signature)).statusCode).toBe(413)
  expect(await outcome()).toMatchObject({ state: 'sent', deliveredAt: null })
  expect(await other.outcome()).toMatchObject({ state: 'sent', deliveredAt: null })
})

test('a signed report of a delivery that is not there, or of another channel, changes nothing', async () => {
  const { ann, change, message } = await sent()
  await change({ kinds: { shared: ['app', 'sms'] } })
  await ann.as('POST', '/api/notifications/settings/test', { payload: { channel: 'app' } })
  const inApp = (await ann.as('GET', '/api/notifications/deliveries?channel=app')).json().items[0]
  for (const id of [uuidv7(), inApp.id])
    await tell({ ...message, callback: `http://todo.example.org/api/sms/status/${id}` }, 'failed')
  const after = (await ann.as('GET', '/api/notifications/deliveries?channel=app')).json().items[0]
  expect(after).toEqual(inApp)
})
