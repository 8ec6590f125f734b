import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Platform } from '@doable/service-kit/service'
import { until } from '@doable/service-kit/testing'
import { afterEach, expect, test } from 'vitest'
import { connections, handOver, hangUp } from './mail-server.ts'

const house = { config: {} } as Platform
afterEach(() => hangUp(house))

/** Greets and answers, but to a mail itself only as long as `slow` says: ever more lines that end nothing. */
async function startSlowServer() {
  const state = { slow: true, given: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let inMail = false
    let dribble: NodeJS.Timeout | undefined
    socket.on('close', () => {
      clearInterval(dribble)
      sockets.delete(socket)
    })
    socket.on('error', () => {})
    socket.write('220 slow.example.org ESMTP\r\n')
    socket.on('data', (data) => {
      for (const line of String(data).split('\r\n').slice(0, -1)) {
        if (inMail && line !== '.') continue
        inMail = /^DATA/i.test(line)
        if (line === '.') state.given += 1
        if (line === '.' && state.slow) dribble = setInterval(() => socket.write('250-wait\r\n'), 20)
        else socket.write(inMail ? '354 go on\r\n' : '250 done\r\n')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, state, sockets, stop }
}

test('a server that goes on saying nothing is left, and what waited behind is not sent afterwards', async () => {
  const { url, state, sockets, stop } = await startSlowServer()
  try {
    const send = (ms?: number) =>
      handOver(house, url, { from: 'a@example.org', to: 'b@example.org', text: 'Hello' }, ms)
    const all = await Promise.allSettled(Array.from({ length: connections * 2 }, () => send(2000)))
    const reasons = all.map((each) => (each.status === 'rejected' ? each.reason.message : 'sent'))
    expect(new Set(reasons)).toEqual(new Set(['The mail server did not answer in time.']))
    await until(async () => sockets.size === 0, 'the connections to be closed')
    state.slow = false
    const before = state.given
    expect(before).toBeLessThanOrEqual(connections)
    expect(await send()).toBe('250 done')
    expect(state.given).toBe(before + 1)
  } finally {
    stop()
  }
})
