import type { Channel as Name } from '@doable/contracts/notification-settings'
import type { Platform } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import type { Notification } from './notification.ts'
import type { Recipient } from './recipient.ts'
import type { News } from './tell.ts'

/** One notification for one person, on its way over one channel. */
export type Message = {
  /** The row of the delivery: what a provider names when it reports what became of it. */
  deliveryId: string
  notification: Notification
  recipient: Recipient
  /** Where to, as the channel's `targets` said: a device, or empty. */
  target: string
  /** The same for every attempt and no other message: what a provider or receiver tells repeats by. */
  key: string
}

/** A way to reach a person who is not looking. `send` is told the same message again until it succeeds or is given up. */
export type Channel = {
  name: Exclude<Name, 'app'>
  /** What this server lacks to send over it, in words for its administrator; null when nothing. */
  missing(platform: Platform): string | null
  /** Where the person can be reached; nowhere when they have not set it up. */
  targets(personId: string, transaction?: Transaction): Promise<string[]>
  /**
   * Hands the message over. Answers the provider's name for it, if it gives one.
   * @throws Undeliverable when trying again will not help; anything else is tried again later, `TryLater` no sooner than it says
   */
  send(platform: Platform, message: Message): Promise<string | null>
  /**
   * Keeps what a try came to, with the delivery's own note of it. Answers what the person is to be told because of it.
   * @param error what ended the try; null where the message was handed over
   */
  noted?(platform: Platform, message: Message, error: unknown, transaction: Transaction): Promise<News | null>
  /** How many are sent at once by one process. */
  atOnce: number
  /** How many messages a minute the whole installation sends at most; what is over it waits. */
  perMinute?(platform: Platform): number
  /** Lets go of what it keeps open; called when nothing is being sent any more. */
  close?(platform: Platform): void
}

/** Trying again will not help: the address is wrong, or nobody is there any more. */
export class Undeliverable extends Error {}
