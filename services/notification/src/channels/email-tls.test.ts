import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startNotifications } from '../../fixtures/house.ts'
import { startMailServer } from '../../fixtures/mail-server.ts'

const account = { username: 'todo', password: 'open/sesame:1' }
let folder: string
const at = (name: string) => join(folder, name)
function makeCertificate(name: string, host: string) {
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1']
  const whom = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`]
  const files = ['-keyout', at(`${name}.key`), '-out', at(`${name}.crt`)]
  execFileSync('openssl', ['req', ...kind, ...whom, ...files], { stdio: 'pipe' })
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-mail-'))
  makeCertificate('mail', 'IP:127.0.0.1')
  makeCertificate('other', 'DNS:other.example.org')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Wish = { secure: boolean; name?: string; trusted?: boolean; password?: string; plainAt?: string }

/** Somebody with whom a list was just shared, and a mail server that asks for TLS and a sign-in. */
async function shared({ secure, name = 'mail', trusted = true, password = account.password, plainAt }: Wish) {
  const read = (end: string) => readFileSync(at(`${name}.${end}`), 'utf8')
  const certificate = { key: read('key'), cert: read('crt') }
  const server = await startMailServer({ ...(!plainAt && { certificate }), secure, account })
  const smtp = new URL(server.url)
  if (plainAt) smtp.hostname = plainAt
  Object.assign(smtp, { username: account.username, password: encodeURIComponent(password) })
  const ca: Record<string, string> = trusted ? { OUTBOUND_CA: at(`${name}.crt`) } : {}
  const house = await startNotifications('2026-11-22T12:00:00.000Z', { SMTP_URL: smtp.href, ...ca })
  onTestFinished(async () => {
    await house.stop()
    await server.stop()
  })
  const [ann, bob] = [await house.person(), await house.person({ name: 'Bob' })]
  const listId = uuidv7()
  const about = { actorId: bob.id, audience: [ann.id, bob.id] }
  await house.announce('list.shared', listId, listId, about, { listId, name: 'Home', personId: ann.id })
  const log = async () => (await ann.as('GET', '/api/notifications/deliveries?channel=email')).json().items
  const anHour = async () => {
    house.clock.advance(3_600_000)
    await house.work()
  }
  await house.work()
  return { server, log, anHour }
}

test.each([
  ['smtps', true],
  ['STARTTLS', false],
])('mail goes over %s, signed in, to a server whose authority is ours', async (_, secure) => {
  const { server, log } = await shared({ secure })
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 1, reason: null }])
  expect(server.received).toMatchObject([{ encrypted: true, user: account.username }])
})

test.each([
  ['that nobody vouches for', true, { trusted: false }],
  ['that nobody vouches for', false, { trusted: false }],
  ['of another host', true, { name: 'other' }],
  ['of another host', false, { name: 'other' }],
])('a server with a certificate %s gets nothing (smtps: %s), and is tried again', async (_, secure, wish) => {
  const { server, log, anHour } = await shared({ secure, ...wish })
  const reason = expect.stringMatching(/^The mail server cannot be reached \(/)
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, reason }])
  await anHour()
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 2, reason }])
  expect(server.received).toEqual([])
})

test.each([true, false])(
  'a wrong password is told without it and tried again (smtps: %s)',
  async (secure) => {
    const { server, log, anHour } = await shared({ secure, password: 'wrong/secret:2' })
    const refused = { state: 'waiting', reason: 'The mail server does not let this server sign in.' }
    expect(await log()).toMatchObject([{ ...refused, attempts: 1 }])
    await anHour()
    expect(await log()).toMatchObject([{ ...refused, attempts: 2 }])
    expect(JSON.stringify(await log())).not.toContain('secret:2')
    expect(server.received).toEqual([])
  },
)

test('a password is not sent in the clear, but to this machine itself', async () => {
  // To our side a name like any other; the system knows it for 127.0.0.1.
  const { server, log } = await shared({ secure: false, plainAt: '0x7f.1' })
  const reason = 'The mail server offers no encryption, so it is not given the password.'
  expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, reason }])
  expect(server.received).toEqual([])
  const here = await shared({ secure: false, plainAt: '127.0.0.1' })
  expect(await here.log()).toMatchObject([{ state: 'sent', attempts: 1 }])
  expect(here.server.received).toMatchObject([{ encrypted: false, user: account.username }])
})
