import { fileURLToPath } from 'node:url'
import type { Folder } from './folder.ts'
import { Kept, type Say } from './kept.ts'
import { freePort, says } from './port.ts'
import { Process } from './process.ts'
import { findProgram } from './program.ts'

const settings = fileURLToPath(new URL('../../ops/redis/redis.conf', import.meta.url))

/** A redis-server of this fleet's own; what it holds outlives it in the fleet's folder. */
export async function ownRedis(folder: Folder, say: Say): Promise<{ server: Kept; url: string }> {
  const file = findProgram('redis-server')
  const port = await freePort()
  const here = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder.redis, '--daemonize', 'no']
  const words = [settings, ...here, '--logfile', '', '--pidfile', '']
  const server = new Kept(
    {
      name: 'redis',
      launch: async () => new Process({ name: 'redis', file, words, env: process.env }, folder),
      answers: () => says(port, 'PING\r\n', '+PONG'),
    },
    say,
  )
  return { server, url: `redis://127.0.0.1:${port}` }
}
