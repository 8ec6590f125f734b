import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Env } from '@doable/service-kit/setting'
import type { Folder } from './folder.ts'
import { forgetPid, notePid } from './pid-file.ts'
import { Sorry } from './sorry.ts'

export type Program = {
  name: string
  /** Its pid file, where several of one name may run for a moment. */
  pidName?: string
  file: string
  words: string[]
  env: Env
}

/** One run of a program. What it prints goes to its log file, which outlives us. */
export class Process {
  readonly name: string
  readonly pid: number
  /** Resolves with a few words on how it ended. */
  readonly ended: Promise<string>
  hasEnded = false
  readonly #child: ChildProcess
  readonly #log: { file: string; from: number }

  constructor({ name, pidName = name, file, words, env }: Program, folder: Folder) {
    this.name = name
    const log = folder.log(name)
    const output = openSync(log, 'a', 0o600)
    this.#log = { file: log, from: statSync(log).size }
    // A process group of its own: a Ctrl-C in the terminal is for us, who know the order of stopping.
    this.#child = spawn(file, words, { env, stdio: ['ignore', output, output], detached: true })
    closeSync(output)
    this.pid = this.#child.pid ?? 0
    if (this.pid) notePid(folder.pid(pidName), this.pid)
    this.ended = ending(this.#child).then((how) => {
      this.hasEnded = true
      this.#endGroup()
      forgetPid(folder.pid(pidName))
      return how
    })
  }

  /** What a program that was killed leaves behind, as NGINX its workers: they would go on holding its port. */
  #endGroup(): void {
    if (!this.pid) return
    try {
      process.kill(-this.pid, 'SIGQUIT')
    } catch {
      // Nothing is left, as it should be.
    }
  }

  signal(signal: NodeJS.Signals): void {
    if (!this.hasEnded) this.#child.kill(signal)
  }

  /** Asks it to end, and ends it if it takes longer than that. */
  async end(signal: NodeJS.Signals, patienceMs: number): Promise<void> {
    this.signal(signal)
    const hurry = setTimeout(() => this.signal('SIGKILL'), patienceMs)
    await this.ended
    clearTimeout(hurry)
  }

  /** Why it ended, in its own words: the last line since it started that is not one of a log. */
  get lastWords(): string {
    const text = readFileSync(this.#log.file).subarray(this.#log.from).toString()
    const lines = text.split('\n').filter((line) => line.trim() && !line.startsWith('{'))
    const last = (lines.at(-1)?.trim() ?? '').replace(nginxStamp, '')
    // What Node prints below a stack: a fault of the program, which only its log explains.
    const isSentence = last && !/^(Node\.js v|}$)/.test(last)
    const error = lines.find((line) => /^\w*Error\b/.test(line))
    return isSentence
      ? last
      : `${this.name} ended${error ? ` (${error})` : ''}; its log is ${this.#log.file}.`
  }

  /** Resolves once `answers` does. @throws Sorry with its last words if it ends first */
  async untilReady(answers: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + longestStartMs
    while (!this.hasEnded) {
      if (await answers()) return
      await Promise.race([wait(50), this.ended])
      if (performance.now() < deadline) continue
      await this.end('SIGKILL', 0)
      throw new Sorry(`${this.name} did not get ready; its log is ${this.#log.file}.`)
    }
    throw new Sorry(this.lastWords)
  }
}

const nginxStamp = /^[\d/]+ [\d:]+ \[\w+\] [\d#]+: /

/** A slow disk may take this long to bring a replica up; what takes longer hangs. */
const longestStartMs = 180_000

function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
}
