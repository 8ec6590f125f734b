import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { startReceiver } from '@doable/service-kit/fixtures/receiver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../../fixtures/house.ts'

const hooks = '/api/webhooks'
let receiver: Awaited<ReturnType<typeof startReceiver>>
let house: Notifications
let folder: string
beforeAll(async () => {
  receiver = await startReceiver()
  // The sample in the documentation reads the clock of its machine.
  house = await startNotifications(new Date().toISOString(), { OUTBOUND_ALLOW: '127.0.0.0/8' })
  folder = await mkdtemp(join(tmpdir(), 'doable-sample-'))
})
afterAll(async () => {
  await house.stop()
  await receiver.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Somebody, and how they handle their webhooks. */
async function somebody() {
  const ann = await house.person()
  const add = (url = `${receiver.url}/hook`) => ann.as('POST', hooks, { payload: { url } })
  const all = async () => (await ann.as('GET', hooks)).json().items
  const change = (id: string, payload: object) => ann.as('PATCH', `${hooks}/${id}`, { payload })
  /** Sends a test and answers what arrived. */
  const tested = async (id: string) => {
    expect((await ann.as('POST', `${hooks}/${id}/test`)).statusCode).toBe(204)
    await house.work()
    const last = receiver.received.at(-1)
    if (!last) throw new Error('Nothing arrived.')
    return last
  }
  return { ann, add, all, change, tested }
}

test('a webhook is added, changed and removed by its person, and its secret is shown once', async () => {
  const { ann, add, all, change } = await somebody()
  expect(await all()).toEqual([])
  const { webhook, secret } = (await add(`${receiver.url}/hook#part`)).json()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const createdAt = house.clock.now().toISOString()
  const plain = { id: webhook.id, url: `${receiver.url}/hook`, enabled: true, switchedOff: null, createdAt }
  expect(await all()).toEqual([{ ...plain, last: null }])
  const moved = await change(webhook.id, { url: `${receiver.url}/other`, enabled: false })
  expect(moved.json()).toMatchObject({ url: `${receiver.url}/other`, enabled: false })
  expect(moved.body).not.toContain('secret')
  const bob = await house.person()
  expect((await bob.as('GET', hooks)).json()).toEqual({ items: [] })
  expect((await bob.as('DELETE', `${hooks}/${webhook.id}`)).statusCode).toBe(404)
  expect((await bob.as('POST', `${hooks}/${webhook.id}/secret`)).statusCode).toBe(404)
  expect((await ann.as('DELETE', `${hooks}/${webhook.id}`)).statusCode).toBe(204)
  expect(await all()).toEqual([])
  expect((await ann.as('DELETE', `${hooks}/${webhook.id}`)).statusCode).toBe(404)
})

test('five is the most', async () => {
  const { add } = await somebody()
  for (let number = 0; number < 5; number += 1) expect((await add()).statusCode).toBe(201)
  const refused = await add()
  expect(refused.statusCode).toBe(409)
  expect(refused.json().type).toContain('too-many-webhooks')
})

test.each([
  ['http://8.8.8.8/hook', 'Only https'],
  ['https://10.0.0.1/hook', 'private network'],
  ['https://169.254.169.254/latest', 'private network'],
  ['https://[::1]/hook', 'private network'],
  ['https://[::ffff:10.0.0.1]/hook', 'private network'],
  ['https://0xa.1/hook', 'private network'],
  ['https://8.8.8.8:5432/', 'ports'],
  ['https://ann:secret@8.8.8.8/', 'password'],
  ['javascript:alert(1)', 'address of the web'],
  ['hooks.example.org', 'address of the web'],
  ['https://no-such-host.invalid/', 'No server'],
])('%s is refused with a sentence at the field', async (url, words) => {
  const { add, all, change } = await somebody()
  const detail = expect.stringContaining(words)
  const refused = await add(url)
  expect(refused.statusCode).toBe(400)
  expect(refused.json().errors).toEqual([{ pointer: '/url', detail }])
  expect(await all()).toEqual([])
  const { webhook } = (await add()).json()
  expect((await change(webhook.id, { url })).json().errors).toEqual([{ pointer: '/url', detail }])
  expect((await all())[0].url).toBe(`${receiver.url}/hook`)
})

test('a test goes to the one webhook that is asked, if it is on', async () => {
  const { ann, add, change, tested } = await somebody()
  await add(`${receiver.url}/one`)
  const { webhook } = (await add(`${receiver.url}/two`)).json()
  const before = receiver.received.length
  expect(await tested(webhook.id)).toMatchObject({ path: '/two' })
  expect(receiver.received.length - before).toBe(1)
  const body = JSON.parse(receiver.received.at(-1)?.body ?? '')
  expect(body).toMatchObject({ type: 'notification.test', data: { listId: null, taskId: null } })
  await change(webhook.id, { enabled: false })
  const refused = await ann.as('POST', `${hooks}/${webhook.id}/test`)
  expect(refused.statusCode).toBe(409)
  const tries = await Promise.all(Array.from({ length: 80 }, () => add('https://10.0.0.1/')))
  expect(tries.map(({ statusCode }) => statusCode)).toContain(429)
})

test('the settings say that a webhook can be used once there is one that is on', async () => {
  const { ann, add, change } = await somebody()
  const state = async () =>
    (await ann.as('GET', '/api/notifications/settings'))
      .json()
      .channels.find((each: { channel: string }) => each.channel === 'webhook')
  expect(await state()).toMatchObject({ configured: true, ready: false, why: null })
  const { webhook } = (await add()).json()
  expect(await state()).toMatchObject({ ready: true })
  await change(webhook.id, { enabled: false })
  expect(await state()).toMatchObject({ ready: false })
})

test('whoever is erased leaves no webhook', async () => {
  const { ann, add } = await somebody()
  await add()
  await house.aboutPerson('user.erased', { id: ann.id })
  expect(await house.platform.db.model('Webhook').count({ where: { personId: ann.id } })).toBe(0)
})

/** The pieces of code of the documentation in a language. */
const samples = async (language: string) => {
  const text = await readFile(new URL('../../../../docs/webhooks.md', import.meta.url), 'utf8')
  return [...text.matchAll(new RegExp(`^\`\`\`${language} [^\n]*\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  )
}
type Check = (secret: string, headers: object, body: string) => boolean

test('the documented check takes what Doable sends, and nothing else', async () => {
  const [code = ''] = await samples('ts')
  const file = join(folder, 'sample.ts')
  await writeFile(file, code)
  const { isFromDoable }: { isFromDoable: Check } = await import(pathToFileURL(file).href)
  const { add, tested } = await somebody()
  const { webhook, secret } = (await add()).json()
  const { headers, body } = await tested(webhook.id)
  expect(isFromDoable(secret, headers, body)).toBe(true)
  const forged = `v1,${createHmac('sha256', 'guessed').update(body).digest('base64')}`
  const old = String(Number(headers['webhook-timestamp']) - 3600)
  for (const [with_, text] of [
    [headers, body.replace('test', 'text')],
    [{ ...headers, 'webhook-id': 'msg_other' }, body],
    [{ ...headers, 'webhook-timestamp': old }, body],
    [{ ...headers, 'webhook-signature': forged }, body],
    [{ ...headers, 'webhook-signature': 'v1,' }, body],
    [{}, body],
  ] as [object, string][])
    expect(isFromDoable(secret, with_, text)).toBe(false)
  expect(isFromDoable('whsec_Z3Vlc3NlZA==', headers, body)).toBe(false)
})

test('so does the one for a shell', async () => {
  const [, code = ''] = await samples('sh')
  const { add, tested } = await somebody()
  const { webhook, secret } = (await add()).json()
  const { headers, body } = await tested(webhook.id)
  const file = join(folder, 'body')
  const check = async (text: string) => {
    await writeFile(file, text)
    const env = {
      PATH: process.env.PATH,
      ID: headers['webhook-id'] as string,
      TIMESTAMP: headers['webhook-timestamp'] as string,
      SIGNATURE: headers['webhook-signature'] as string,
      BODY: file,
      SECRET: secret,
    }
    return promisify(execFile)('sh', ['-c', code], { env }).then(
      ({ stdout }) => stdout.trim(),
      ({ stdout }) => stdout.trim(),
    )
  }
  expect(await check(body)).toBe('genuine')
  expect(await check(`${body} `)).toBe('forged')
})

test('a new secret signs at once, and the one before along with it for a day', async () => {
  const [code = ''] = await samples('ts')
  const file = join(folder, 'again.ts')
  await writeFile(file, code.replace('age < 300', 'age < 300_000'))
  const { isFromDoable }: { isFromDoable: Check } = await import(pathToFileURL(file).href)
  const { ann, add, tested } = await somebody()
  const { webhook, secret } = (await add()).json()
  const renewed = (await ann.as('POST', `${hooks}/${webhook.id}/secret`)).json()
  expect(renewed.secret).not.toBe(secret)
  const first = await tested(webhook.id)
  for (const each of [secret, renewed.secret])
    expect(isFromDoable(each, first.headers, first.body)).toBe(true)
  house.clock.advance(24 * 3_600_000)
  const later = await tested(webhook.id)
  expect(isFromDoable(secret, later.headers, later.body)).toBe(false)
  expect(isFromDoable(renewed.secret, later.headers, later.body)).toBe(true)
})
