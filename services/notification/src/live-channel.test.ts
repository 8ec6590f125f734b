import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from '@doable/service-kit/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'

let house: Notifications
let port: number
beforeAll(async () => {
  house = await startNotifications()
  await house.app.listen({ host: '127.0.0.1', port: 0 })
  port = (house.app.server.address() as AddressInfo).port
})
afterAll(() => house.stop())

type Heard = { event: string; data: Record<string, unknown> }

/** Listens as somebody, on a socket of its own. */
async function listen(secret: string, at = port) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const asked = request({
    host: '127.0.0.1',
    port: at,
    path: '/api/events',
    headers: { cookie: `sid=${secret}` },
  })
  asked.on('response', resolve).on('error', reject).end()
  const answer = await promise
  let text = ''
  let ended = false
  answer.on('data', (bytes) => {
    text += bytes
  })
  for (const end of ['end', 'close', 'error'])
    answer.on(end, () => {
      ended = true
    })
  const heard = (): Heard[] =>
    [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].map(([, event = '', data = '']) => ({
      event,
      data: JSON.parse(data),
    }))
  return { answer, heard, text: () => text, ended: () => ended, close: () => asked.destroy() }
}

test('a change reaches the open clients of all who may know of it, and nobody else', async () => {
  const [ann, bob, eve] = [await house.person(), await house.person(), await house.person()]
  const channels = await Promise.all([listen(ann.secret), listen(bob.secret), listen(eve.secret)])
  const task = await house.task({ createdBy: ann.id })
  await house.aboutTask('task.created', task, { actorId: ann.id, audience: [ann.id, bob.id] })
  await house.announce('own.changed', eve.id, eve.id, { actorId: eve.id }, {})
  await until(() => channels.every(({ heard }) => heard().length > 0), 'everybody to hear something')
  const [first, second, third] = channels.map(({ heard }) => heard())
  const changed = { event: 'changed', data: { lists: [task.listId], own: false } }
  expect(first).toEqual([changed])
  expect(second).toEqual([changed])
  expect(third).toEqual([{ event: 'changed', data: { lists: [], own: true } }])
  for (const { close } of channels) close()
})

test('says how it is to be read: never stored, never held back, and when to come again', async () => {
  const ann = await house.person()
  const { answer, text, close } = await listen(ann.secret)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  await until(() => text().includes('retry: '), 'the retry hint')
  close()
})

test('a burst of changes is few nudges that name every list', async () => {
  const ann = await house.person()
  const channel = await listen(ann.secret)
  const lists = Array.from({ length: 60 }, () => uuidv7())
  for (const id of lists)
    house.platform.live.publish([ann.id], { event: 'changed', data: { lists: [id], own: false } })
  await until(() => channel.heard().length > 0, 'the nudge')
  expect(channel.heard().flatMap(({ data }) => data.lists)).toEqual(lists)
  expect(channel.heard().length).toBeLessThan(5)
  channel.close()
})

test('what a person is told and reads shows in their other windows', async () => {
  const [ann, bob] = [await house.person(), await house.person({ name: 'Bob' })]
  const channel = await listen(ann.secret)
  const listId = uuidv7()
  const about = { actorId: bob.id, audience: [bob.id] }
  await house.announce('list.shared', listId, listId, about, { listId, name: 'Home', personId: ann.id })
  await until(() => channel.heard().length === 1, 'the notification')
  const [notification] = await ann.told()
  expect(channel.heard()).toEqual([{ event: 'notified', data: { unread: 1, notification } }])
  await ann.as('POST', '/api/notifications/read')
  await until(() => channel.heard().length === 2, 'the reading')
  expect(channel.heard()[1]).toEqual({ event: 'read', data: { unread: 0 } })
  channel.close()
})

test('ends with its session, and leaves the others open', async () => {
  const ann = await house.person()
  const other = await house.next.signIn(ann.id)
  const [first, second] = [await listen(ann.secret), await listen(other.secret)]
  await house.platform.sessions.end(ann.id, ann.sessionId)
  house.platform.live.publish([ann.id], { event: 'ended', data: {} })
  await until(() => first.ended(), 'the channel to end')
  expect(first.heard()).toEqual([{ event: 'ended', data: {} }])
  expect(second.ended()).toBe(false)
  expect(second.heard()).toEqual([])
  expect((await listen(ann.secret)).answer.statusCode).toBe(401)
  second.close()
})

test('a person has so many channels and no more; a closed one makes room', async () => {
  const ann = await house.person()
  const channels = await Promise.all(Array.from({ length: 20 }, () => listen(ann.secret)))
  const refused = await listen(ann.secret)
  expect(refused.answer.statusCode).toBe(429)
  channels[0]?.close()
  await until(() => house.platform.live.count(ann.id) === 19, 'the channel to close')
  const again = await listen(ann.secret)
  expect(again.answer.statusCode).toBe(200)
  for (const { close } of [...channels, again]) close()
  await until(() => house.platform.live.count(ann.id) === 0, 'all channels to close')
})

test('who does not read is cut off before what waits for them fills the memory', async () => {
  const ann = await house.person()
  const { answer, ended } = await listen(ann.secret)
  answer.pause()
  const data = { unread: 1, notification: { title: 'x'.repeat(100_000) } }
  await until(() => {
    house.platform.live.publish([ann.id], { event: 'notified', data })
    return house.platform.live.count(ann.id) === 0
  }, 'the channel to be cut off')
  answer.resume()
  await until(ended, 'the client to notice')
})

test('ends with the process, which it does not keep from stopping', async () => {
  const ann = await house.person()
  const channel = await listen(ann.secret)
  await house.app.close()
  await until(channel.ended, 'the channel to end')
  expect(channel.heard()).toEqual([])
})
