import type { Changes } from '@doable/contracts/sync'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import type { Transaction } from 'sequelize'

/** What a verb needs to know: who does it, when, in which transaction, and where it notes which rows it changed. */
export type Act = {
  platform: Platform
  tx: Transaction
  personId: string
  /** When the person did it, by their own clock within reason. */
  at: Date
  /** When the server learns of it. */
  now: Date
  touched: Touched
}

type TouchedKind = Exclude<keyof Changes, `gone${string}`>

/** Which rows verbs changed, to answer them as they then are. */
export class Touched implements Record<TouchedKind, Set<string>> {
  readonly lists = new Set<string>()
  readonly sections = new Set<string>()
  readonly labels = new Set<string>()
  readonly filters = new Set<string>()
  readonly views = new Set<string>()
  readonly tasks = new Set<string>()
  readonly completions = new Set<string>()
  readonly comments = new Set<string>()
  /** Tasks that left a list, by task and list. */
  readonly gone = new Map<string, { id: string; listId: string }>()

  /** The rows that an operation whose name begins so is about. */
  ofNoun(noun: string): Set<string> {
    return this[`${noun}s` as TouchedKind]
  }

  leave(id: string, listId: string): void {
    this.gone.set(`${id} ${listId}`, { id, listId })
  }

  add(touched: Touched): void {
    for (const kind of kinds) for (const id of touched[kind]) this[kind].add(id)
    for (const [name, left] of touched.gone) this.gone.set(name, left)
  }
}

const kinds = Object.keys(new Touched()).filter((kind) => kind !== 'gone') as TouchedKind[]

/** Thrown when what was read without a lock turns out to have changed before the lock was had. */
export class Overtaken extends Error {
  override name = 'Overtaken'
}

const mostTries = 5
const day = 24 * 60 * 60 * 1000
/** A device may have been offline for so long; what it says it did before is taken as done then. */
export const oldestDeed = 30 * day

/** A device's clock is believed within reason: never in the future, never longer ago than anybody stays offline. */
function believed(at: string | undefined, now: Date): Date {
  if (at === undefined) return now
  const earliest = now.getTime() - oldestDeed
  return new Date(Math.min(Math.max(Date.parse(at), earliest), now.getTime()))
}

export type Deed = { personId: string; at?: string | undefined; touched?: Touched }

/** Runs a verb in one short transaction. What it throws undoes all of it; only what holds is noted in `deed.touched`. */
export async function perform<T>(platform: Platform, deed: Deed, verb: (act: Act) => Promise<T>): Promise<T> {
  const { personId } = deed
  for (let tries = 1; ; tries += 1) {
    const now = platform.clock.now()
    const at = believed(deed.at, now)
    const touched = new Touched()
    try {
      const result = await inTransaction(platform.db, (tx) =>
        verb({ platform, tx, personId, at, now, touched }),
      )
      deed.touched?.add(touched)
      return result
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === mostTries) throw error
    }
  }
}
