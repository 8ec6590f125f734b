import { hkdfSync } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { importJWK } from 'jose'
import { bad, makeKeysOnce, readKeys, type StoredKey } from './key-file.ts'
import type { Logger } from './log.ts'

type Key = Awaited<ReturnType<typeof importJWK>>
type Signing = { id: string; key: Key }
/** `names` is for what logs call people. */
type Keys = { signing: Signing; verifying: Map<string, Key>; names: Buffer; text: string }

export type Pace = {
  /** How often the file is looked at while keys are used. */
  everyMs: number
  /** How soon it may be looked at again for a key nobody knows. */
  soonestMs: number
}
const usual: Pace = { everyMs: 10_000, soonestMs: 1_000 }

/**
 * The keys that sign sessions, kept up with their file: a key put in front is taken up without a restart, and one that
 * another process signs with already is looked for at once.
 */
export class KeyRing {
  readonly #file: string
  readonly #log: Logger
  readonly #pace: Pace
  #keys: Keys
  #lookedAt = performance.now()
  #looking: Promise<void> | undefined
  #failed = false

  private constructor(file: string, keys: Keys, log: Logger, pace: Pace) {
    this.#file = file
    this.#keys = keys
    this.#log = log
    this.#pace = pace
  }

  /**
   * @param make whether a missing file is made, readable by its owner only
   * @throws BadSetting
   */
  static async open(file: string, { make, log, pace = usual }: { make: boolean; log: Logger; pace?: Pace }) {
    if (make) await makeKeysOnce(file)
    return new KeyRing(file, await imported(file), log, pace)
  }

  /** The keys as they are now. What was learnt with others must be learnt anew. */
  async current(): Promise<Keys> {
    if (performance.now() - this.#lookedAt >= this.#pace.everyMs) await this.#look()
    return this.#keys
  }

  /** The public half of a key, though another process has just made it; undefined where there is none of that name. */
  async verifying(id: string): Promise<Key | undefined> {
    const { verifying } = await this.current()
    if (!verifying.has(id)) await this.#look()
    return this.#keys.verifying.get(id)
  }

  #look(): Promise<void> {
    this.#looking ??= this.#reread().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  async #reread(): Promise<void> {
    const soonest = this.#lookedAt + this.#pace.soonestMs - performance.now()
    if (soonest > 0) await wait(soonest)
    this.#lookedAt = performance.now()
    try {
      const keys = await imported(this.#file)
      if (keys.text !== this.#keys.text) this.#keys = keys
      this.#failed = false
    } catch (error) {
      // Those that were read before are as good as they were.
      if (!this.#failed) this.#log.warn({ err: error }, 'the keys of sessions cannot be read anew')
      this.#failed = true
    }
  }
}

async function imported(file: string): Promise<Keys> {
  const keys = await readKeys(file)
  try {
    const [first] = keys as [StoredKey]
    const verifying = keys.map(async (key) => [key.kid, await importJWK(publicHalf(key), 'ES256')] as const)
    const [secret, ...known] = await Promise.all([importJWK(first, 'ES256'), ...verifying])
    const signing = { id: first.kid, key: secret }
    return { signing, verifying: new Map(known), names: namesKey(first), text: JSON.stringify(keys) }
  } catch {
    return bad(file, 'is damaged; remove it, and everybody signs in anew')
  }
}

/** Of the private half, and of no use to sign with. */
const namesKey = ({ d = '' }: StoredKey) =>
  Buffer.from(hkdfSync('sha256', d, '', 'doable: names of people in logs', 32))

const publicHalf = ({ d: _secret, ...rest }: StoredKey) => rest
