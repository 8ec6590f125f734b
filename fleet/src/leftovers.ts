import { readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Folder } from './folder.ts'
import { forgetPid, runningIn } from './pid-file.ts'

const patienceMs = 10_000
/** The order in which a fleet stops: first nobody comes in any more, and Redis keeps what services say last. */
const rank = (name: string) => (name === 'nginx' ? 0 : name === 'redis' ? 2 : 1)

/** Ends what a fleet that was killed has left running in this folder. Answers how many. */
export async function endLeftovers(folder: Folder): Promise<number> {
  const files = readdirSync(folder.pids).map((name) => ({ name, file: folder.pid(name) }))
  const alive = files.filter(({ file }) => runningIn(file))
  for (const turn of [0, 1, 2]) {
    const now = alive.filter(({ name }) => rank(name) === turn)
    await Promise.all(now.map(({ name, file }) => end(file, name === 'nginx' ? 'SIGQUIT' : 'SIGTERM')))
  }
  for (const { file } of files) forgetPid(file)
  return alive.length
}

async function end(file: string, signal: NodeJS.Signals): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (let next: NodeJS.Signals | undefined = signal; ; next = undefined) {
    const pid = runningIn(file)
    if (!pid) return
    if (performance.now() > deadline) next = 'SIGKILL'
    if (next) tell(pid, next)
    await wait(50)
  }
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended in between.
  }
}
