import type { Server } from 'node:net'
import { dialectFor } from '@doable/service-kit/database'
import { demoPassword, demoPeople } from '@doable/user-service/demo'
import { listen } from './control.ts'
import { Fleet } from './fleet.ts'
import { endLeftovers } from './leftovers.ts'
import { leftBehind } from './order.ts'
import { claim, forgetPid } from './pid-file.ts'
import type { Plan } from './plan.ts'
import { Sorry } from './sorry.ts'
import { table } from './table.ts'

const say = (line: string) => console.log(line)

/** Starts a fleet and stays with it until a signal or `stop` ends it. @throws Sorry where it cannot start */
export async function runFleet(plan: Plan): Promise<void> {
  const { folder } = plan
  folder.make()
  const other = claim(folder.runner)
  if (other)
    throw new Sorry(
      `A fleet runs in ${folder.path} already (process ${other}); stop it with npm run fleet -- stop.`,
    )
  const ended = await endLeftovers(folder)
  if (ended) say(leftBehind(ended))
  const fleet = new Fleet(plan, say)
  const stopped = stopOnSignal(fleet)
  let control: Server | undefined
  try {
    await fleet.start()
    control = await listen(folder.socket, (words, tell) => obey(fleet, stopped.stop, words, tell))
    greet(fleet, plan)
    await stopped.ended
  } catch (error) {
    await stopped.stop()
    if (!stopped.asked) throw error
  } finally {
    control?.close()
    forgetPid(folder.runner)
  }
}

/** What a running fleet does when it is asked to. */
async function obey(
  fleet: Fleet,
  stop: () => Promise<void>,
  [word, name = '', ...more]: string[],
  tell: (line: string) => void,
) {
  if (word === 'status' && !name) return processes(fleet).forEach(tell)
  if (word === 'redis' && !name) return tell(fleet.redisUrl)
  if (word === 'stop' && !name) return stop()
  if (word === 'roll' && name && !more.length) return fleet.roll(name, tell)
  throw new Sorry(
    `The fleet does not know "${[word, name, ...more].join(' ').trim()}"; --help shows what there is.`,
  )
}

/** One stop sent to a process group arrives several times: from the sender, and passed on by npm and by the start. */
const sameStopMs = 1_000

/** The first signal stops in good order; a later one, as of a person who presses again, does not wait. */
function stopOnSignal(fleet: Fleet) {
  const ended = Promise.withResolvers<void>()
  const state = { asked: false, ended: ended.promise, stop: () => Promise.resolve() }
  let stopping: Promise<void> | undefined
  let since = 0
  state.stop = () => {
    stopping ??= fleet.stop().finally(ended.resolve)
    return stopping
  }
  const onSignal = () => {
    if (state.asked) {
      if (performance.now() - since > sameStopMs) void fleet.kill()
      return
    }
    state.asked = true
    since = performance.now()
    say('Stopping ...')
    void state.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  return state
}

const processes = ({ rows }: Fleet) =>
  table(
    ['NAME', 'PID', 'PORT', 'STATE'],
    rows.map(({ name, pid, port, state }) => [name, pid, port, state]),
  )

function greet(fleet: Fleet, { env, publicUrl, demo, folder }: Plan): void {
  const database = env.DATABASE_URL ?? ''
  say(`Doable is at ${publicUrl.origin}`)
  say(
    `Its data is in ${dialectFor(database).place(database)}, the logs of its processes in ${folder.path}/logs`,
  )
  if (demo) say(`Sign in as ${demoPeople[0]?.email} with the password "${demoPassword}"`)
  say(`\n${processes(fleet).join('\n')}\n`)
  say('Stop it with Ctrl-C, or with npm run fleet -- stop')
}
