import type { AddressInfo } from 'node:net'
import type { MemoryLive } from '@doable/service-kit/memory-live'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Notifications, startNotifications } from '../fixtures/house.ts'

let house: Notifications
beforeAll(async () => {
  house = await startNotifications()
  await house.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => house.stop())

test('a channel that may have missed something ends, so that its client comes back and asks', async () => {
  const ann = await house.person()
  const { port } = house.app.server.address() as AddressInfo
  const headers = { authorization: `Bearer ${ann.secret}` }
  const { body } = await fetch(`http://127.0.0.1:${port}/api/events`, { headers })
  const live = house.platform.live as MemoryLive
  expect(live.count(ann.id)).toBe(1)
  live.missed()
  let said = ''
  for await (const bytes of body as ReadableStream<Uint8Array>) said += Buffer.from(bytes)
  expect(said).toBe('retry: 2000\n\n')
  expect(live.count(ann.id)).toBe(0)
})
