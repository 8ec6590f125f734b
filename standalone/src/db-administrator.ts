import { processClock } from '@doable/service-kit/clock'
import type { Config } from '@doable/service-kit/config'
import { sessionStoreOf } from '@doable/service-kit/drivers'
import { openLog } from '@doable/service-kit/log'
import { openRedis } from '@doable/service-kit/redis'
import { BadSetting } from '@doable/service-kit/setting'
import { setAdministrator } from '@doable/user-service/administrator'
import type { Sequelize } from 'sequelize'

/**
 * `npm run db -- administrator EMAIL [--remove]`; answers the lines to print.
 * @throws BadSetting
 */
export async function administratorCommand(
  db: Sequelize,
  config: Config,
  [email, ...more]: string[],
  remove: boolean,
): Promise<string[]> {
  if (!email || more.length > 0)
    throw new BadSetting('Say "administrator EMAIL" or "administrator EMAIL --remove".')
  // Standard output is for what is answered.
  const redis = config.redisUrl ? await openRedis(config.redisUrl, await openLog(config, 2)) : undefined
  try {
    const sessions = sessionStoreOf({ config, db, redis, clock: processClock })
    const changed = await setAdministrator({ db, sessions, clock: processClock }, email, !remove)
    if (changed === undefined) throw new BadSetting(`Nobody has an account with the address ${email}.`)
    const now = remove ? 'no administrator' : 'an administrator'
    return [`${email} is ${now}${changed ? '' : ' already'}; all their devices were signed out`]
  } finally {
    redis?.disconnect()
  }
}
