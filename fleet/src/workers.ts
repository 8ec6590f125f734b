import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { bornAt } from './pid-file.ts'

/** The children of a process, as NGINX's workers are of its master. */
export function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  try {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : execFileSync('pgrep', ['-P', String(pid)])
    return text.toString().trim().split(/\s+/).filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/**
 * Resolves once NGINX has taken its new settings: other workers are there, and the old ones have ended, or have kept only
 * what lasts (server-sent events) after `patienceMs`. Answers whether other workers came at all.
 */
export async function workersChanged(master: number, before: number[], patienceMs: number): Promise<boolean> {
  const old = new Set(before)
  let came = 0
  const from = performance.now()
  for (;;) {
    const now = childrenOf(master)
    const passed = performance.now() - from
    if (!came && now.some((pid) => !old.has(pid))) came = passed
    if (came && (now.every((pid) => !old.has(pid)) || passed - came > patienceMs)) return true
    if (!came && (passed > longestReloadMs || !bornAt(master))) return false
    await wait(25)
  }
}
const longestReloadMs = 30_000
