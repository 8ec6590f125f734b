import type { LiveMessage, LiveMessages } from '@doable/contracts/notification'
import { EventStream } from '@doable/service-kit/event-stream'
import type { Person } from '@doable/service-kit/principal'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import type { FastifyReply } from 'fastify'
import { gatherNudges } from './nudge.ts'

/** More are a program that opens and never closes, not tabs. */
const mostChannels = 20
/** How often a channel looks whether its session has run out; that it was ended it hears at once. */
const lookMs = 25_000

/**
 * Holds a connection open and sends what concerns its person as server-sent events, until the client, the session or the process ends.
 * @throws 429 when the person has too many open
 */
export function openChannel(platform: Platform, person: Person, reply: FastifyReply): void {
  const { live } = platform
  if (live.count(person.id) >= mostChannels)
    throw problem(429, 'too-many-channels', `At most ${mostChannels} live channels may be open.`)
  const stream = new EventStream(reply)
  const send = <Name extends keyof LiveMessages>(event: Name, data: LiveMessages[Name]) =>
    stream.send(data, { event })
  const nudges = gatherNudges((changed) => send('changed', changed))
  const look = async () => {
    if (await isGood(platform, person)) return
    send('ended', {})
    stream.end()
  }
  const stopListening = live.subscribe(person.id, {
    hear(message) {
      const { event, data } = message as LiveMessage
      if (event === 'changed') nudges.add(data)
      else if (event === 'ended') void look()
      else send(event, data)
    },
    // The client opens it again, and then asks for what it missed.
    missed: () => stream.end(),
  })
  const looking = setInterval(look, lookMs)
  stream.whenEnded(() => {
    clearInterval(looking)
    nudges.stop()
    stopListening()
  })
}

/** Trouble with the store of sessions ends no channel: nothing is sent that the session did not earn. */
async function isGood({ sessions, log }: Platform, { id, sessionId }: Person): Promise<boolean> {
  try {
    return (await sessions.list(id)).some((session) => session.id === sessionId)
  } catch (error) {
    log.warn({ err: error }, 'a live channel could not look for its session')
    return true
  }
}
