import { setImmediate as nextTurn } from 'node:timers/promises'

let last: Promise<unknown> = Promise.resolve()

/**
 * Work that keeps the engine busy, which may run in this process: one piece at a time, whoever asks for it, and between two
 * of them everybody else is served.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(() => nextTurn()).then(work)
  last = mine.catch(() => {})
  return mine
}
