import { type ModelStatic, Op } from 'sequelize'
import type { Clock } from './clock.ts'
import type { HandledEvent } from './event-tables.ts'
import type { Logger } from './log.ts'
import type { Sessions } from './sessions.ts'

const hour = 60 * 60 * 1000
/** Well beyond the week in which a delivered event may be sent again. */
const rememberMs = 30 * 24 * hour

type House = { sessions: Sessions; handled: ModelStatic<HandledEvent>[]; clock: Clock; log: Logger }

/** Forgets, every hour, what nobody will ask for again. Answers the function that stops it. */
export function keepHouse({ sessions, handled, clock, log }: House): () => void {
  const tidy = async () => {
    await sessions.purge()
    const before = new Date(clock.now().getTime() - rememberMs)
    for (const model of handled) await model.destroy({ where: { handledAt: { [Op.lt]: before } } })
  }
  const timer = setInterval(() => {
    tidy().catch((err) => log.warn({ err }, 'could not tidy up'))
  }, hour)
  return () => clearInterval(timer)
}
