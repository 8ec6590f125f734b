import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type OutboundConfig, type OutboundRequest, outboundRequest } from './outbound.ts'
import { type Address, placeOf, type Resolve } from './outbound-address.ts'

const nothing: OutboundConfig = { outboundAllow: [], outboundCa: undefined }
const local = { ...nothing, outboundAllow: ['127.0.0.0/8'] }
const loopback: Address = { address: '127.0.0.1', family: 4 }
const open: Server[] = []
const sockets = new Set<Socket>()
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  for (const server of open.splice(0)) await new Promise((done) => server.close(done))
})

/** Answers the port of a server on 127.0.0.1. */
async function listening(server: Server): Promise<number> {
  open.push(server)
  server.on('connection', (socket) => sockets.add(socket))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}
const serving = (answer: RequestListener) => listening(http.createServer(answer))
const fails = (request: OutboundRequest, config = local, resolve?: Resolve): Promise<Error> =>
  outboundRequest(config, request, resolve).then(
    () => expect.fail('It was answered.'),
    (error) => error,
  )

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://127.1/',
  'https://0/',
  'https://10.1.2.3/',
  'https://172.16.0.1/',
  'https://192.168.1.1/',
  'https://100.64.0.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://168.63.129.16/',
  'https://192.0.0.192/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:1::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[4000::1]/',
])('%s is no public address', async (url) => {
  expect(await fails({ url }, nothing)).toMatchObject({ name: 'RefusedAddress', reason: 'private' })
})

test.each([
  ['http://8.8.8.8/', 'not-https'],
  ['https://8.8.8.8:22/', 'port'],
  ['https://me:secret@8.8.8.8/', 'credentials'],
  ['ftp://8.8.8.8/', 'unreadable'],
  ['file:///etc/passwd', 'unreadable'],
  ['https://', 'unreadable'],
  ['hooks.example.org', 'unreadable'],
])('%s is refused as %s', async (url, reason) => {
  const refused = await fails({ url }, nothing)
  expect(refused).toMatchObject({ name: 'RefusedAddress', reason })
  expect(refused.message).not.toContain('secret')
})

test.each(['https://8.8.8.8/', 'https://8.8.8.8:8443/x?y', 'https://[2606:4700::1111]/'])(
  '%s may be spoken to',
  async (url) => {
    await expect(placeOf(nothing, url)).resolves.toMatchObject({ addresses: [{}] })
  },
)

test.each([
  ['one address that is private', [loopback]],
  [
    'a private address among public ones',
    [
      { address: '8.8.8.8', family: 4 },
      { address: 'fd00::1', family: 6 },
    ],
  ],
])('a name with %s is refused', async (_, addresses) => {
  const resolve = async () => addresses
  const refused = await fails({ url: 'https://hooks.example.org/' }, nothing, resolve)
  expect(refused).toMatchObject({ reason: 'private' })
})

test('a name of this machine is refused, asked of the real resolver', async () => {
  for (const url of ['https://localhost/', 'https://LOCALHOST./'])
    expect(await fails({ url }, nothing)).toMatchObject({ reason: 'private' })
})

test('a name that no server knows is no refusal: it may be known later', async () => {
  const unknown: Resolve = () =>
    Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))
  expect(await fails({ url: 'https://hooks.example.org/' }, nothing, unknown)).toMatchObject({
    code: 'ENOTFOUND',
  })
})

test('what was checked is what is connected to, whatever the name says afterwards', async () => {
  const port = await serving((request, answer) => answer.end(`for ${request.headers.host}`))
  let asked = 0
  const changing: Resolve = async () => {
    asked += 1
    return [asked === 1 ? loopback : { address: '127.9.9.9', family: 4 }]
  }
  const url = `http://hooks.example.org:${port}/`
  const { status, body } = await outboundRequest(local, { url }, changing)
  expect({ status, body, asked }).toEqual({ status: 200, body: `for hooks.example.org:${port}`, asked: 1 })
})

test('who runs Doable can name a host or a range, and nothing else is reached by it', async () => {
  const port = await serving((_request, answer) => answer.end('here'))
  const resolve = async () => [loopback]
  const named = { ...nothing, outboundAllow: ['hooks.lan'] }
  expect((await outboundRequest(named, { url: `http://hooks.lan:${port}/` }, resolve)).body).toBe('here')
  expect(await fails({ url: `http://more.hooks.lan:${port}/` }, named, resolve)).toMatchObject({
    reason: 'private',
  })
  expect(await fails({ url: `http://[::ffff:127.0.0.1]:${port}/` }, local)).toMatchObject({
    reason: 'private',
  })
})

test('method, headers and body arrive, and headers and body come back', async () => {
  const port = await serving(async (request, answer) => {
    const parts = await Array.fromAsync(request)
    answer
      .writeHead(202, { 'retry-after': '7' })
      .end(`${request.method} ${request.headers['x-a']} ${parts.join('')}`)
  })
  const request = { url: `http://127.0.0.1:${port}/`, method: 'POST', headers: { 'x-a': '1' } }
  const answer = await outboundRequest(local, { ...request, body: Buffer.from('grüße') })
  expect(answer).toMatchObject({ status: 202, headers: { 'retry-after': '7' }, body: 'POST 1 grüße' })
  expect(await fails({ ...request, headers: { 'x-a': 'b\r\nx-c: d' } })).toMatchObject({
    code: 'ERR_INVALID_CHAR',
  })
})

test('a redirect is an answer and is not followed', async () => {
  let inner = 0
  const target = await serving((_request, answer) => {
    inner += 1
    answer.end()
  })
  const location = `http://127.0.0.1:${target}/secret`
  const port = await serving((_request, answer) => answer.writeHead(307, { location }).end())
  const { status, headers } = await outboundRequest(local, { url: `http://127.0.0.1:${port}/` })
  expect({ status, location: headers.location, inner }).toEqual({ status: 307, location, inner: 0 })
})

test('a receiver that never ends is left when the time is over', async () => {
  const drip: RequestListener = (_request, answer) => {
    answer.writeHead(200)
    const timer = setInterval(() => answer.write('.'), 20)
    answer.on('close', () => clearInterval(timer))
  }
  const silent = createServer(() => {})
  for (const port of [await serving(drip), await listening(silent)]) {
    const late = await fails({ url: `http://127.0.0.1:${port}/`, timeoutMs: 300 })
    expect(late.message).toBe('No whole answer within 0.3 seconds.')
  }
})

test('a name server that does not answer is left as well', async () => {
  const late = await fails(
    { url: 'https://hooks.example.org/', timeoutMs: 50 },
    nothing,
    () => new Promise(() => {}),
  )
  expect(late.message).toContain('No whole answer')
})

test('an answer that is too large is cut, and its status known', async () => {
  const port = await serving((_request, answer) => {
    const more = () => {
      while (answer.writable && answer.write('x'.repeat(10_000)));
      answer.once('drain', more)
    }
    more()
  })
  const large = await fails({ url: `http://127.0.0.1:${port}/`, mostBytes: 50_000 })
  expect(large).toMatchObject({ name: 'AnswerTooLarge', status: 200 })
})

test('an answer that breaks off is an error', async () => {
  const port = await serving((_request, answer) => {
    answer.writeHead(200, { 'content-length': '100' }).write('half')
    setTimeout(() => answer.destroy(), 20)
  })
  expect(await fails({ url: `http://127.0.0.1:${port}/` })).toMatchObject({ code: 'ECONNRESET' })
})

let folder: string
const at = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doable-outbound-'))
  const make = (...more: string[]) =>
    execFileSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      ...more,
    ])
  make('-days', '1', '-subj', '/CN=CA', '-keyout', at('ca.key'), '-out', at('ca.crt'))
  const by = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-addext', 'subjectAltName=DNS:hooks.lan']
  make('-days', '1', '-subj', '/CN=hooks', ...by, '-keyout', at('hooks.key'), '-out', at('hooks.crt'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a certificate must be by a known authority and for the host of the address', async () => {
  const files = { key: readFileSync(at('hooks.key')), cert: readFileSync(at('hooks.crt')) }
  const port = await listening(https.createServer(files, (_request, answer) => answer.end('safe')))
  const resolve = async () => [loopback]
  const known = { ...local, outboundCa: at('ca.crt') }
  const right = `https://hooks.lan:${port}/`
  expect((await outboundRequest(known, { url: right }, resolve)).body).toBe('safe')
  expect(await fails({ url: right }, local, resolve)).toMatchObject({
    code: expect.stringMatching(/CERT|SIGN/),
  })
  for (const url of [`https://other.lan:${port}/`, `https://127.0.0.1:${port}/`])
    expect(await fails({ url }, known, resolve)).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})
