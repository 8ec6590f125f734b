import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { startNotifications } from '../services/notification/fixtures/house.ts'
import type { Figure } from './measure.ts'

const [people, devices] = [5, 20]
const clients = people * devices
/** A tenth of what may wait for a client. */
const words = 100_000
const most = 2_000

/** What the process holds at most for clients that do not read what they are sent, until it lets go of the last. */
export async function slowClients(): Promise<Figure[]> {
  const house = await startNotifications()
  const open: ClientRequest[] = []
  try {
    await house.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = house.app.server.address() as AddressInfo
    const all = await Promise.all(Array.from({ length: people }, () => house.person()))
    for (const { secret } of all) for (let n = 0; n < devices; n += 1) open.push(await deaf(port, secret))
    const { live } = house.platform
    const ids = all.map(({ id }) => id)
    const data = { unread: 1, notification: { title: 'x'.repeat(words) } }
    const before = process.memoryUsage.rss()
    let peak = before
    let sent = 0
    for (; live.count() > 0 && sent < most; sent += 1) {
      live.publish(ids, { event: 'notified', data })
      await wait(1)
      peak = Math.max(peak, process.memoryUsage.rss())
    }
    const held = (peak - before) / 2 ** 20 / clients
    return [
      {
        name: `of ${clients} clients that do not read, still held in the end`,
        value: live.count(),
        unit: '',
        goal: '0',
      },
      { name: 'sent to each of them until then', value: (sent * words) / 2 ** 20, unit: 'MB' },
      { name: 'memory held for each of them at most', value: held, unit: 'MB', goal: '3' },
    ]
  } finally {
    for (const each of open) each.destroy()
    await house.stop()
  }
}

/** A client that listens and reads nothing. */
async function deaf(port: number, secret: string): Promise<ClientRequest> {
  const headers = { cookie: `sid=${secret}` }
  const asked = request({ host: '127.0.0.1', port, path: '/api/events', agent: false, headers })
  asked.on('error', () => {})
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  if (answer.statusCode !== 200) throw new Error(`a live channel was answered ${answer.statusCode}`)
  answer.on('error', () => {})
  answer.pause()
  return asked
}
