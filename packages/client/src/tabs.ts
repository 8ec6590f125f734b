import type { LiveMessages } from '@doable/contracts/notification'
import type { Delta } from './delta.ts'
import type { Entry } from './state.ts'
import type { LiveName } from './transport.ts'
import type { Refusal, Status } from './view.ts'

/** What the tabs of one person in one browser tell each other. */
export type Message =
  | { type: 'queued'; entries: Entry[] }
  /** Spoken by the leader only. `commit` is the number of the image that holds it. */
  | {
      type: 'settled'
      delta: Delta
      done: string[]
      refused: Refusal[]
      commit: number
      loaded: boolean
      whole?: boolean | undefined
    }
  | { type: 'status'; status: Status; lastSyncedAt: string | null }
  | { type: 'live'; name: LiveName; message: LiveMessages[LiveName] }
  | { type: 'dismissed'; ids: string[] }
  /** A tab came up and wants to know the status. */
  | { type: 'hello' }
  /** The leader should look at the server now. */
  | { type: 'look' }
  | { type: 'wiped' }

/** A channel between tabs. Messages that arrive before `open` are kept until then. */
export class Tabs {
  #channel: BroadcastChannel | undefined
  #waiting: Message[] | undefined = []
  #hear: (message: Message) => void = () => {}

  constructor(name: string) {
    if (typeof BroadcastChannel === 'undefined') return
    this.#channel = new BroadcastChannel(name)
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (this.#waiting) this.#waiting.push(data)
      else this.#hear(data)
    }
  }

  open(hear: (message: Message) => void): void {
    this.#hear = hear
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const message of waiting) hear(message)
  }

  tell(message: Message): void {
    this.#channel?.postMessage(message)
  }

  close(): void {
    this.#channel?.close()
    this.#channel = undefined
  }
}
