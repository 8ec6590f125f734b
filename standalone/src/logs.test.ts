import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { startReceiver } from '@doable/service-kit/fixtures/receiver'
import { until } from '@doable/service-kit/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'

// What is logged by a process on a data folder and an SQLite file of its own.
let folder: string
const open: (() => unknown)[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-logs-'))
  open.push(() => rm(folder, { recursive: true, force: true }))
})
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

const secret = 'marmalade'
const mail = `${secret}@example.org`
const phone = '+4915112345678'

type Line = Record<string, unknown> & { err?: { type: string; message: string } }

async function start(env: Record<string, string>) {
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const settings = { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: '0', LOG_PRETTY: 'false', ...env }
  const flags = ['--disable-warning=ExperimentalWarning', main]
  const child: ChildProcess = spawn(process.execPath, flags, { env: settings, cwd: folder })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  open.push(stop)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => {
      said += text
    })
  await until(() => /Doable is at http/.test(said) || child.exitCode !== null, 'it to listen', 6000)
  const url = /Doable is at (http\S+)/.exec(said)?.[1] ?? expect.fail(said)
  const lines = () =>
    said
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)
  return { url, said: () => said, lines, stop }
}

type Asked = { token?: string; headers?: Record<string, string>; body?: unknown }
const ask =
  (url: string) =>
  async (method: string, path: string, asked: Asked = {}) => {
    const { token, headers, body } = asked
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(text && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text && { body: text }),
    })
    const read = await answer.text()
    return {
      status: answer.status,
      id: String(answer.headers.get('x-request-id')),
      json: () => JSON.parse(read),
    }
  }

/** A mail server that refuses everybody, and names whom. */
async function refusingMail(): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {}).write('220 here\r\n')
    socket.on('data', (text) => {
      const isRecipient = /^RCPT/i.test(String(text))
      socket.write(isRecipient ? `451 4.1.1 <${mail}> ${phone}: later\r\n` : '250 ok\r\n')
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  open.push(() => server.close())
  return `127.0.0.1:${(server.address() as { port: number }).port}`
}

test('one line for each request says what was asked, how it went, and by whom under a name', async () => {
  const first = await start({ LOG_LEVEL: 'info' })
  const call = ask(first.url)
  const account = { email: mail, name: secret, password: `${secret} ${secret}`, timeZone: 'UTC' }
  const { user, token } = (await call('POST', '/api/users', { body: account })).json()
  const made = await call('POST', '/api/tasks', { token, body: { title: secret } })
  const { id } = made.json()
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  const read = await call('GET', `/api/tasks/${id}?q=${secret}`, { token, headers: { traceparent } })
  const nowhere = await call('GET', `/api/${secret}`)
  const wrong = await call('POST', '/api/tasks', { token, body: `{"title":"${secret}` })
  const answered = () => first.lines().filter(({ msg }) => msg === 'answered')
  await until(() => answered().length === 5, 'five lines')
  const person = expect.stringMatching(/^[0-9a-f]{16}$/)
  const about = { level: 30, ms: expect.any(Number), time: expect.stringMatching(/Z$/) }
  const begun = (request: string) => ({ request, trace: request.replaceAll('-', '') })
  expect(answered().slice(1)).toEqual([
    {
      ...about,
      ...begun(made.id),
      method: 'POST',
      route: '/api/tasks',
      status: 201,
      person,
      msg: 'answered',
    },
    {
      ...about,
      request: read.id,
      trace: '0af7651916cd43dd8448eb211c80319c',
      method: 'GET',
      route: '/api/tasks/:id',
      status: 200,
      person,
      msg: 'answered',
    },
    { ...about, ...begun(nowhere.id), method: 'GET', route: 'none', status: 404, msg: 'answered' },
    {
      ...about,
      ...begun(wrong.id),
      method: 'POST',
      route: '/api/tasks',
      status: 400,
      person,
      msg: 'answered',
    },
  ])
  const names = new Set(answered().flatMap((line) => line.person ?? []))
  expect(names.size).toBe(1)
  await first.stop()

  const second = await start({ LOG_LEVEL: 'info' })
  await ask(second.url)('GET', '/api/lists', { token })
  const named = () => second.lines().find((line) => line.person !== undefined)
  await until(() => named() !== undefined, 'the line')
  expect([...names]).toEqual([named()?.person])
  for (const { said } of [first, second])
    for (const part of [secret, user.id, token, id]) expect(said()).not.toContain(part)
})

test('nothing that is private is in any line at any level, also where everything fails', async () => {
  const provider = await startReceiver()
  open.push(provider.stop)
  const refuse = (answer: { writeHead(status: number): { end(text: string): void } }) =>
    answer.writeHead(500).end(JSON.stringify({ message: `${phone} ${secret} is not valid` }))
  for (let n = 0; n < 100; n += 1) provider.answers.push(refuse)
  const running = await start({
    LOG_LEVEL: 'trace',
    SMTP_URL: `smtp://${secret}:${secret}-password@${await refusingMail()}`,
    SMS_URL: provider.url,
    SMS_ACCOUNT: 'AC0123456789',
    SMS_TOKEN: `${secret}-0123456789`,
    SMS_FROM: phone,
    OUTBOUND_ALLOW: '127.0.0.0/8',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${secret}`,
  })
  const call = ask(running.url)
  const account = { email: mail, name: secret, password: `${secret} ${secret}`, timeZone: 'UTC' }
  const { token } = (await call('POST', '/api/users', { body: account })).json()
  const bob = (await call('POST', '/api/users', { body: { ...account, email: `bob-${mail}` } })).json().token
  const marked = {
    cookie: `sid=${secret}; __Host-sid=${secret}`,
    'user-agent': secret,
    referer: `http://x/${secret}`,
  }
  const sendAll = async () => {
    const statuses = []
    for (const [method, path, asked] of [
      ['POST', '/api/users', { body: account }],
      ['POST', '/api/session', { body: { email: mail, password: `wrong-${secret}` } }],
      ['POST', '/api/session', { body: { email: secret, password: { secret } } }],
      ['POST', '/api/session', { body: `${secret}{` }],
      [
        'PUT',
        '/api/me/password',
        { token, body: { current: `wrong-${secret}`, password: `${secret}-new-one` } },
      ],
      ['GET', `/api/tasks/${secret}`, { token }],
      ['GET', `/api/tasks?filter=search: ${secret}&cursor=${secret}`, { token }],
      ['GET', `/api/%ff${secret}`, { headers: marked }],
      ['GET', '/api/lists', { token: `${secret}${'a'.repeat(34)}`, headers: marked }],
      ['POST', '/api/tasks', { token, body: { title: secret, notes: `${secret} ${mail} ${phone}` } }],
      ['POST', '/api/tasks', { token, body: { [secret]: secret } }],
      ['POST', '/api/tasks/quick-add', { token, body: { text: `${secret} #${secret}` } }],
      ['POST', '/api/sync/push', { token, body: { operations: [{ id: secret, title: secret }] } }],
      ['PUT', '/api/sms/number', { token, body: { number: phone } }],
      ['POST', '/api/webhooks', { token, body: { url: `http://127.0.0.1:9/${secret}?key=${secret}` } }],
      ['POST', '/api/webhooks', { token, body: { url: `http://${secret}:${secret}@127.0.0.1/` } }],
      [
        'PATCH',
        '/api/notifications/settings',
        { token, body: { kinds: { shared: ['app', 'email', 'webhook'] } } },
      ],
    ] as [string, string, Asked][])
      statuses.push((await call(method, path, asked)).status)
    const list = (await call('POST', '/api/lists', { token: bob, body: { name: secret } })).json()
    await call('POST', `/api/lists/${list.id}/members`, { token: bob, body: { email: mail, role: 'editor' } })
    return statuses
  }
  const statuses = await sendAll()
  expect(new Set(statuses)).toEqual(new Set([200, 201, 400, 401, 409, 503]))
  const failures = () => running.lines().filter(({ msg }) => msg === 'a job failed')
  await until(
    () => new Set(failures().map(({ queue }) => queue)).size === 2,
    'mail and webhook to fail',
    3000,
  )

  // What a statement was given is in the error of Sequelize; so that one fails, its table goes.
  const db = new DatabaseSync(join(folder, 'doable.db'))
  for (const table of ['Tasks', 'Recipients', 'Users'])
    db.exec(`ALTER TABLE "${table}" RENAME TO "Away${table}"`)
  db.close()
  await sendAll()
  const faults = () => running.lines().filter(({ msg }) => msg === 'internal-error')
  await until(() => faults().length >= 3, 'faults')
  expect(faults()[0]?.err).toMatchObject({
    type: 'SequelizeDatabaseError',
    message: expect.stringContaining('no such table'),
  })
  // The exporter tries for a while before it says so.
  const missed = () => running.lines().some(({ msg }) => msg === 'traces cannot be sent')
  await until(missed, 'the receiver to be missed', 6000)
  await running.stop()
  expect(running.lines().some(({ level }) => Number(level) <= 20)).toBe(true)
  for (const part of [secret, '15112345678', 'INSERT INTO', 'SELECT '])
    for (const line of running.said().split('\n')) expect(line).not.toContain(part)
})
