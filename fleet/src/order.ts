import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { ask } from './control.ts'
import type { Folder } from './folder.ts'
import { endLeftovers } from './leftovers.ts'
import { runningIn } from './pid-file.ts'
import type { Plan } from './plan.ts'
import { Sorry } from './sorry.ts'

/** Does what a command says with the fleet that runs in the plan's folder. @throws Sorry */
export async function order(plan: Plan, words: string[]): Promise<void> {
  const [word, ...rest] = words
  const { folder } = plan
  if (word === 'keys') return say(await (await import('./keys.ts')).keys(plan, rest))
  if (word === 'events') return say(await (await import('./events.ts')).events(plan, rest))
  if (await ask(folder.socket, words, (line) => console.log(line))) return
  if (word === 'stop' && (await stopDeaf(folder))) return
  if (runningIn(folder.runner))
    throw new Sorry(`The fleet in ${folder.path} is still starting; ask it again in a moment.`)
  throw new Sorry(`No fleet runs in ${folder.path}; start one with npm run fleet.`)
}

const say = (lines: string[]) => console.log(lines.join('\n'))

/** Stops what cannot be asked: a fleet that is still starting, or what is left of one. Answers whether there was any. */
async function stopDeaf(folder: Folder): Promise<boolean> {
  const runner = runningIn(folder.runner)
  if (runner) {
    process.kill(runner, 'SIGTERM')
    while (runningIn(folder.runner)) await wait(50)
    return true
  }
  const ended = existsSync(folder.pids) ? await endLeftovers(folder) : 0
  if (ended) console.log(leftBehind(ended))
  return ended > 0
}

export const leftBehind = (count: number) =>
  `Ended ${count} ${count === 1 ? 'process' : 'processes'} that an earlier fleet had left behind.`
