import { type ModelStatic, Op } from 'sequelize'
import type { Clock } from './clock.ts'
import type { HandledEvent } from './event-tables.ts'
import type { Logger } from './log.ts'
import type { Sessions } from './sessions.ts'

const hour = 60 * 60 * 1000
/** Well beyond the week in which a delivered event may be sent again. */
const rememberMs = 30 * 24 * hour

type House = {
  sessions: Sessions
  handled: ModelStatic<HandledEvent>[]
  clock: Clock
  log: Logger
}

/** Forgets what nobody will ask for again. */
export async function tidy({ sessions, handled, clock }: Omit<House, 'log'>): Promise<void> {
  await sessions.purge()
  const before = new Date(clock.now().getTime() - rememberMs)
  for (const model of handled) await model.destroy({ where: { handledAt: { [Op.lt]: before } } })
}

/** Does so every hour. Answers the function that stops it. */
export function keepHouse({ log, ...house }: House): () => void {
  const timer = setInterval(() => {
    tidy(house).catch((err) => log.warn({ err }, 'could not tidy up'))
  }, hour)
  return () => clearInterval(timer)
}
