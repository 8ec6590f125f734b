import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** One measured figure. `floor` is the least that the same machine needs in the same run, which makes runs comparable. */
export type Figure = {
  name: string
  value: number
  unit: string
  floor?: number
  goal?: string
  /** Where the goal is a ratio to the floor. */
  ratioGoal?: number
}

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
export const quantile = (values: number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Milliseconds from the start of a program until `url` answers; the program is left running. */
export async function untilAnswer(
  command: string[],
  url: string,
  env: Record<string, string> = {},
): Promise<{ ms: number; child: ChildProcess }> {
  const [program = '', ...args] = command
  const from = performance.now()
  const deadline = from + 60_000
  const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env }, detached: true })
  while (child.exitCode === null && performance.now() < deadline) {
    const answer = await fetch(url, { headers: { accept: 'text/html' } }).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return { ms: performance.now() - from, child }
    await wait(5)
  }
  await end(child)
  throw new Error(`${command.join(' ')} did not answer at ${url}`)
}

/** Ends a program and whatever it started (it leads its own process group). */
export async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGTERM')
  await gone
}

/** Resident memory of a process in MB (Linux). */
export function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
