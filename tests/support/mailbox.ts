import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

/** A mail server that keeps all it is given, as it came. */
export async function startMailbox() {
  const kept: { to: string; raw: string; messageId: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    async onData(stream, { envelope }, done) {
      const raw = await text(stream)
      const messageId = /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? ''
      for (const { address } of envelope.rcptTo) kept.push({ to: address, raw, messageId })
      done()
    },
  })
  // What a client does to its connection is no failure of the server.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  /** Waits for the first mail to an address. */
  const to = async (address: string) => {
    for (let tries = 0; tries < 1500; tries++) {
      const mail = kept.find((each) => each.to === address)
      if (mail) return mail.raw
      await wait(20)
    }
    throw new Error(`no mail came for ${address}`)
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    kept,
    to,
    stop: () => new Promise<void>((done) => server.close(done)),
  }
}
export type Mailbox = Awaited<ReturnType<typeof startMailbox>>
