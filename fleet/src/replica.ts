import type { Env } from '@doable/service-kit/setting'
import type { Folder } from './folder.ts'
import { Kept, type Say } from './kept.ts'
import { nodeProgram } from './node-program.ts'
import { freePort, isFree } from './port.ts'
import { Process } from './process.ts'

export const serviceNames = ['user', 'task', 'notification'] as const
export type ServiceName = (typeof serviceNames)[number]

type Where = {
  service: ServiceName
  number: number
  folder: Folder
  env: Env
  say: Say
  moved(): Promise<void>
}

/** One process of a service. It keeps its port when it comes back, so that the people who were on it find it again. */
export class Replica extends Kept {
  readonly service: ServiceName
  readonly #where: Where
  readonly #port: { now: number }

  constructor(where: Where) {
    const port = { now: 0, moved: false }
    super(
      {
        name: `${where.service}-${where.number}`,
        launch: async () => {
          port.moved = port.now > 0 && !(await isFree(port.now))
          if (!port.now || port.moved) port.now = await freePort()
          return new Process(programOf(where, port.now), where.folder)
        },
        answers: () => isReady(port.now),
        back: async () => {
          if (port.moved) await where.moved()
        },
      },
      where.say,
    )
    this.service = where.service
    this.#where = where
    this.#port = port
  }

  get port(): number {
    return this.#port.now
  }

  /** Another one in its place, on a port of its own. */
  successor(): Replica {
    return new Replica(this.#where)
  }
}

function programOf({ service, number, env }: Where, port: number) {
  const name = `${service}-${number}`
  const program = nodeProgram(name, `services/${service}/src/main.ts`, [], { ...env, PORT: String(port) })
  return { ...program, pidName: `${name}.${port}` }
}

async function isReady(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(5_000)
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal }).catch(() => undefined)
  await answer?.body?.cancel()
  return answer?.ok === true
}
