import type { Operation } from '@doable/contracts/sync'
import type { Act } from './inverse.ts'

/**
 * One thing a person did, however many tasks it touched. `type` and `subjectIds` are for the words of a message; `inverse`
 * is what takes it back, empty where nothing does.
 */
export type Step = {
  readonly type: Operation['type']
  readonly subjectIds: readonly string[]
  readonly operations: readonly Operation[]
  readonly inverse: readonly Act[]
}

const longest = 100

/** What can be undone and redone in this tab, newest last. */
export class History {
  #done: Step[] = []
  #undone: Step[] = []

  get last(): Step | undefined {
    return this.#done.at(-1)
  }
  get canUndo(): boolean {
    return this.#done.length > 0
  }
  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  add(step: Step): void {
    this.#undone = []
    this.#push(step)
  }

  /** Takes a step off, the newest unless said otherwise; undefined when it is not (any more) to be undone. */
  takeDone(step = this.last): Step | undefined {
    if (!step || !this.#done.includes(step)) return undefined
    this.#done = this.#done.filter((each) => each !== step)
    return step
  }

  takeUndone(): Step | undefined {
    return this.#undone.pop()
  }

  undone(step: Step): void {
    this.#undone.push(step)
  }

  redone(step: Step): void {
    this.#push(step)
  }

  /** What the server refused never happened, so it cannot be undone either. */
  forget(operationIds: ReadonlySet<string>): void {
    const happened = (step: Step) => !step.operations.every(({ id }) => operationIds.has(id))
    this.#done = this.#done.filter(happened)
    this.#undone = this.#undone.filter(happened)
  }

  #push(step: Step): void {
    if (step.inverse.length > 0) this.#done = [...this.#done, step].slice(-longest)
  }
}
