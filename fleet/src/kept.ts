import { setTimeout as wait } from 'node:timers/promises'
import type { Process } from './process.ts'

export type State = 'starting' | 'ready' | 'down' | 'stopping' | 'stopped'
export type Say = (line: string) => void

/** How a program is run; `launch` is asked anew for each run. */
export type Running = {
  name: string
  launch(): Promise<Process>
  answers(): Promise<boolean>
  /** Runs each time it has come back. */
  back?(): Promise<void>
}

const firstPauseMs = 200
const longestPauseMs = 10_000
/** Whoever has lived this long has no trouble with starting. */
const healthyMs = 30_000

/** A process that is started again whenever it ends. */
export class Kept {
  readonly name: string
  state: State = 'starting'
  readonly #running: Running
  readonly #say: Say
  readonly #stopping = new AbortController()
  #process: Process | undefined
  #start: Promise<void> = Promise.resolve()

  constructor(running: Running, say: Say) {
    this.name = running.name
    this.#running = running
    this.#say = say
  }

  get pid() {
    return this.#process?.hasEnded ? undefined : this.#process?.pid
  }

  /** Resolves once it is ready. @throws Sorry where it cannot start at all */
  async start(): Promise<void> {
    await this.#run()
    void this.#keep()
  }

  async stop(signal: NodeJS.Signals, patienceMs: number): Promise<void> {
    this.state = 'stopping'
    this.#stopping.abort()
    await this.#process?.end(signal, patienceMs)
    // One that is just being launched is ended as soon as it is there.
    await this.#start.catch(() => undefined)
    this.state = 'stopped'
  }

  #run(): Promise<void> {
    this.#start = this.#launch()
    return this.#start
  }

  async #launch(): Promise<void> {
    const run = await this.#running.launch()
    this.#process = run
    if (this.#stopping.signal.aborted) return run.end('SIGTERM', 1_000)
    await run.untilReady(() => this.#running.answers())
    if (!this.#stopping.signal.aborted) this.state = 'ready'
  }

  async #keep(): Promise<void> {
    let pause = firstPauseMs
    for (;;) {
      const since = performance.now()
      const how = await this.#process?.ended
      if (this.#stopping.signal.aborted) return
      this.state = 'down'
      this.#say(`${this.name} ended (${how}); it is being started again.`)
      if (performance.now() - since > healthyMs) pause = firstPauseMs
      do {
        await wait(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
        pause = Math.min(pause * 2, longestPauseMs)
        if (this.#stopping.signal.aborted) return
      } while (!(await this.#again()))
    }
  }

  async #again(): Promise<boolean> {
    try {
      await this.#run()
      await this.#running.back?.()
      if (!this.#stopping.signal.aborted) this.#say(`${this.name} is back, as process ${this.pid}.`)
      return true
    } catch (error) {
      if (this.#stopping.signal.aborted) return true
      this.#say(`${this.name} cannot be started yet: ${(error as Error).message}`)
      await this.#process?.end('SIGTERM', 5_000)
      return false
    }
  }
}
