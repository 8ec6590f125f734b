import type { FastifyInstance } from 'fastify'
import { type Config, environment, readConfig } from './config.ts'
import { dialectFor } from './database.ts'
import { shownError } from './log-error.ts'
import { giveBackMemory } from './memory.ts'
import { build, type Overrides, type Service } from './service.ts'
import type { Env } from './setting.ts'
import { sentenceFor } from './start-error.ts'

export type RunOptions = Overrides & {
  /** The environment with what arguments say over it. */
  env?: Env
  /** Runs once the process listens. */
  listening?(app: FastifyInstance, config: Config): Promise<void> | void
}

/** Runs services as a process: listens, stops in good order on a signal, and says in one sentence why it cannot start. */
export async function run(services: Service[], { env = environment(), listening, ...rest }: RunOptions = {}) {
  let config: Config | undefined
  // What cannot be said, on a full disk or to nobody, is no reason to end.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {})
  try {
    config = readConfig(env)
    const app = await build(services, config, rest)
    stopOnSignal(app)
    tellLastFault(app)
    const caution = dialectFor(config.databaseUrl).caution(config.databaseUrl)
    if (caution) app.log.warn(caution)
    await app.listen({ host: config.host, port: config.port }).catch(async (error) => {
      await app.close()
      throw error
    })
    await listening?.(app, config)
    setImmediate(giveBackMemory)
  } catch (error) {
    const sentence = sentenceFor(error, config)
    console.error(sentence ?? shownError(error).stack)
    process.exit(1)
  }
}

/** Node would print all of an error: of a failed statement its SQL and its values too. */
function tellLastFault(app: FastifyInstance): void {
  process.on('uncaughtException', (error) => {
    app.log.fatal({ err: error }, 'ended by a fault')
    setImmediate(() => process.exit(1))
  })
}

/** What is under way may take this long once a signal has come. */
const longestFarewellMs = 15_000

/** One stop sent to a process group arrives several times: from the sender, and passed on by npm and by the start. */
const sameStopMs = 1_000

/** The first signal lets what is under way finish; a later one, as of a person who presses again, does not wait. */
function stopOnSignal(app: FastifyInstance): void {
  let since: number | undefined
  const stop = () => {
    if (since !== undefined) return performance.now() - since > sameStopMs && process.exit(1)
    since = performance.now()
    setTimeout(() => process.exit(1), longestFarewellMs).unref()
    // A connection whose answer ends only now stays open for the next request, which nobody will answer.
    setInterval(() => app.server.closeIdleConnections(), 50).unref()
    app.close().then(
      () => process.exit(0),
      (error) => {
        app.log.error({ err: error }, 'could not stop in good order')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
}
