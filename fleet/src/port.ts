import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { Sorry } from './sorry.ts'

/** Whether this machine lets us listen there. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
    return true
  } catch {
    return false
  } finally {
    probe.close()
  }
}

/**
 * A free port below those that systems give to outgoing connections: a replica that comes back to its port must not find a
 * connection of NGINX on it.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = randomInt(20_000, 32_000)
    if (!taken.has(port) && (await isFree(port))) {
      taken.add(port)
      return port
    }
  }
  throw new Sorry('There is no free port between 20000 and 32000 on this machine.')
}
const taken = new Set<number>()

/** Sends a text over TCP and answers whether what comes back starts with another; `''` asks for the connection only. */
export async function says(port: number, text: string, expected: string, host = '127.0.0.1') {
  const socket = connect(port, host)
  const signal = AbortSignal.timeout(2_000)
  try {
    await once(socket, 'connect', { signal })
    if (!expected) return true
    socket.write(text)
    const [answer] = (await once(socket, 'data', { signal })) as [Buffer]
    return answer.toString().startsWith(expected)
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
