import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../support/server.ts'

const program = new URL('../../services/notification/fixtures/hurried.ts', import.meta.url).pathname

/** What their clock shows at a moment, and how much faster than the world's it goes. */
export type Hurry = { shown: number; at: number; speed: number }

/** A notification worker that is started again whenever it was killed. */
export class HurriedWorker {
  kills = 0
  readonly #env: Record<string, string>
  readonly #hurry: Hurry
  #child: ChildProcess | undefined
  #output = ''
  #port = 0

  constructor(env: Record<string, string>, hurry: Hurry) {
    this.#env = env
    this.#hurry = hurry
  }

  async start(): Promise<void> {
    const { PATH = '', HOME = '' } = process.env
    const { shown, at, speed } = this.#hurry
    this.#port = await freePort()
    const own = { PATH, HOME, LOG_LEVEL: 'error', PORT: String(this.#port) }
    const args = ['--disable-warning=ExperimentalWarning', program, ...[shown, at, speed].map(String)]
    this.#child = spawn(process.execPath, args, {
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...own, ...this.#env },
    })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk) => {
        this.#output = (this.#output + chunk).slice(-10_000)
      })
  }

  /** Answers once it works, so that a kill finds it at work. */
  async ready(): Promise<void> {
    const deadline = performance.now() + 60_000
    while (performance.now() < deadline) {
      const answer = await fetch(`http://127.0.0.1:${this.#port}/health/ready`).catch(() => undefined)
      await answer?.arrayBuffer()
      if (answer?.ok) return
      if (this.#child?.exitCode !== null) break
      await wait(50)
    }
    throw new Error(`a worker did not start:\n${this.#output}`)
  }

  async killed(): Promise<void> {
    this.kills += 1
    await this.end('SIGKILL')
    await this.start()
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}
