import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { Sorry } from './sorry.ts'

/** What is asked of a running fleet; it may say several lines while it is at it. */
export type Command = (words: string[], say: (line: string) => void) => Promise<void>
type Answer = { said?: string; failed?: string; done?: true }

/** Answers commands on a unix socket: one line of JSON with the words, then lines of answers. */
export async function listen(path: string, command: Command): Promise<Server> {
  // Whoever holds the fleet's pid file is the only one; a socket that is there is a leftover.
  rmSync(path, { force: true })
  const server = createServer((socket) => void serve(socket, command))
  server.listen(path)
  await once(server, 'listening')
  return server
}

async function serve(socket: Socket, command: Command): Promise<void> {
  // Whoever asked may have gone; what was asked is done all the same.
  socket.on('error', () => {})
  const tell = (answer: Answer) => socket.writable && socket.write(`${JSON.stringify(answer)}\n`)
  for await (const line of createInterface(socket)) {
    try {
      await command(JSON.parse(line) as string[], (said) => tell({ said }))
      tell({ done: true })
    } catch (error) {
      tell({ failed: (error as Error).message })
    }
    break
  }
  socket.end()
}

/** Asks the fleet behind a socket. Answers false where none listens. @throws Sorry with its words where it refuses */
export async function ask(path: string, words: string[], say: (line: string) => void): Promise<boolean> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
  } catch {
    return false
  }
  socket.write(`${JSON.stringify(words)}\n`)
  for await (const line of createInterface(socket)) {
    const { said, failed, done } = JSON.parse(line) as Answer
    if (said !== undefined) say(said)
    if (failed !== undefined) throw new Sorry(failed)
    if (done) return true
  }
  throw new Sorry('The fleet ended before it had answered.')
}
