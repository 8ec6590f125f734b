import type { Platform } from '@doable/service-kit/service'
import { Op } from 'sequelize'
import { Notification } from './notification.ts'

const day = 24 * 60 * 60 * 1000
/** Half a year back is further than anybody scrolls; without an end the table would only ever grow. */
const keptFor = 180 * day
const every = day / 24
const mostAtOnce = 500

/** Erases what people were told long ago, in pieces, so that nobody waits long for the one writer of SQLite. */
export async function forgetOld({ clock }: Platform): Promise<void> {
  const where = { createdAt: { [Op.lt]: new Date(clock.now().getTime() - keptFor) } }
  const oldest = { where, attributes: ['id'], order: ['createdAt', 'id'] }
  for (;;) {
    const some = await Notification.findAll({ ...oldest, limit: mostAtOnce, raw: true })
    if (some.length > 0) await Notification.destroy({ where: { id: some.map(({ id }) => id) } })
    if (some.length < mostAtOnce) return
  }
}

/** Does so every hour. Answers the function that stops it. */
export function startRetention(platform: Platform): () => void {
  const tidy = () =>
    forgetOld(platform).catch((err) => platform.log.warn({ err }, 'old notifications could not be erased'))
  const timer = setInterval(tidy, every)
  return () => clearInterval(timer)
}
