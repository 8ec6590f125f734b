import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Front, json } from './front.ts'
import { Origin, serviceHeaders } from './origin.ts'

let service: Origin
let front: Front
beforeEach(async () => {
  service = await Origin.start('service')
})
afterEach(async () => {
  await front?.stop()
  await service.close()
})

async function start(settings: Record<string, string> = {}, trustedProxies: string[] = []) {
  const behind = { user: [service], task: [service], notification: [service] }
  front = await Front.start(behind, { settings, trustedProxies })
}
const from = (address: string) => ({ 'x-forwarded-for': address })

test.each(['/api/session', '/api/users'])('POST %s is limited by address, all else is not', async (url) => {
  await start({ SIGN_INS_PER_MINUTE: '1', SIGN_INS_AT_ONCE: '2' })
  const post = (path: string, headers = {}) => front.send(path, { method: 'POST', body: '{}', headers })
  for (const free of [1, 2, 3]) expect([free, (await post(url)).status]).toEqual([free, 200])
  // A client cannot claim to be somebody else, nor write the address another way.
  for (const path of [url, `${url}?x=1`, url.replace('s', '%73')]) {
    const refused = await post(path, from('203.0.113.7'))
    expect([path, refused.status, refused.headers['retry-after']]).toEqual([path, 429, '10'])
    expect(json(refused)).toMatchObject({ type: '/problems/too-many-requests', status: 429 })
  }
  expect(service.heard).toHaveLength(3)
  expect((await front.send('/api/session', { method: 'DELETE' })).status).toBe(200)
  expect((await front.send(url)).status).toBe(200)
  expect((await post('/api/tasks')).status).toBe(200)
})

test('addresses are told apart, and one network of IPv6 is one', async () => {
  await start({ SIGN_INS_PER_MINUTE: '1', SIGN_INS_AT_ONCE: '1' }, ['127.0.0.1'])
  const tries = async (addresses: string[]) => {
    const seen = []
    for (const address of addresses)
      seen.push(
        (await front.send('/api/session', { method: 'POST', body: '{}', headers: from(address) })).status,
      )
    return seen
  }
  expect(await tries(['192.0.2.1', '192.0.2.2', '192.0.2.3'])).toEqual([200, 200, 200])
  expect(await tries(['2001:db8:1:2::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::7'])).toEqual([200, 200, 429])
  expect(await tries(['2001:db8:1:3::1', '2001:db8:1:4::1', '2001:db8:2::1'])).toEqual([200, 200, 200])
  expect(await tries(['::ffff:192.0.2.9', '::ffff:192.0.2.10', '::ffff:192.0.2.11'])).toEqual([200, 200, 200])
  expect(await tries(['198.51.100.1', '::ffff:198.51.100.1', '198.51.100.1'])).toEqual([200, 200, 429])
})

test('a long cursor and a large body are taken up to their limits', async () => {
  await start()
  const cursor = 'x'.repeat(16 * 1024)
  expect((await front.send(`/api/sync/pull?cursor=${cursor}`)).status).toBe(200)
  expect(service.heard[0]?.url).toHaveLength('/api/sync/pull?cursor='.length + cursor.length)
  const send = (bytes: number) =>
    front.send('/api/tasks', { method: 'POST', body: Buffer.alloc(bytes, 'x'), headers: { expect: '' } })
  expect((await send(1_048_576)).status).toBe(200)
  const refused = await send(1_048_577)
  expect([refused.status, refused.headers['content-type']]).toEqual([413, 'application/problem+json'])
  expect(json(refused)).toMatchObject({ type: '/problems/too-large', status: 413 })
  expect(service.heard).toHaveLength(2)
})

test.each([
  ['headers', 'GET /api/tasks HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
  [
    'a body',
    'POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  ],
])('a client that stops within %s is cut off, and no service hears of it', async (_what, words) => {
  await start({ CLIENT_TIMEOUT: '1s' })
  const socket = connect(front.port, '127.0.0.1', () => socket.write(words))
  socket.on('error', () => {})
  socket.resume()
  await new Promise((done) => socket.once('close', done))
  const [line] = await front.log()
  // Without a limit of ours it takes a minute.
  expect([line?.status, Number(line?.seconds) < 30]).toEqual([408, true])
  expect(service.heard).toEqual([])
})

test('a client that does not read is cut off', async () => {
  await start({ CLIENT_TIMEOUT: '1s' })
  service.answer = (_heard, response) => response.end(Buffer.alloc(64 * 1024 * 1024))
  const socket = connect(front.port, '127.0.0.1', () =>
    socket.write('GET /api/tasks HTTP/1.1\r\nHost: localhost\r\n\r\n'),
  )
  await once(socket, 'readable')
  const [line] = await front.log()
  expect(Number(line?.bytes)).toBeLessThan(64 * 1024 * 1024)
  expect(Number(line?.seconds)).toBeLessThan(30)
  socket.destroy()
})

const streams: IncomingMessage[] = []
afterEach(() => {
  for (const stream of streams.splice(0)) stream.destroy()
})
function listen(headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const url = `http://127.0.0.1:${front.port}/api/events`
    get(url, { headers: { 'accept-encoding': 'gzip, br', ...headers }, agent: new Agent() }, (stream) => {
      streams.push(stream)
      resolve(stream.on('error', () => {}))
    }).once('error', reject)
  })
}

test('events come one by one, as they are', async () => {
  await start({ EVENT_STREAMS_PER_ADDRESS: '2' })
  let tell: (words: string) => void = () => {}
  service.answer = ({ url }, response) => {
    if (url !== '/api/events') return service.say(response)
    response.writeHead(200, { ...serviceHeaders, 'content-type': 'text/event-stream' })
    response.write('retry: 2000\n\n')
    tell = (words) => response.write(words)
  }
  const stream = await listen()
  expect(stream.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  expect(stream.headers).not.toHaveProperty('content-encoding')
  const next = async () => String((await once(stream, 'data'))[0])
  expect(await next()).toBe('retry: 2000\n\n')
  for (const word of ['one', 'two', 'three']) {
    const coming = next()
    tell(`data: "${word}"\n\n`)
    expect(await coming).toBe(`data: "${word}"\n\n`)
  }

  expect((await listen()).statusCode).toBe(200)
  const third = await front.send('/api/events')
  expect([third.status, third.headers['retry-after']]).toEqual([429, '10'])
  expect((await front.send('/api/notifications')).status).toBe(200)
})
