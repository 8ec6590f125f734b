import { deadJobs, discardDead, retryDead } from '@doable/notification-service/dead-jobs'
import { processClock } from '@doable/service-kit/clock'
import { BadSetting } from '@doable/service-kit/setting'
import type { Sequelize } from 'sequelize'

/** So many are shown at once. */
const most = 200

/**
 * `npm run db -- jobs dead | retry ID | discard ID`; answers the lines to print.
 * @throws BadSetting
 */
export async function jobsCommand(db: Sequelize, [action, id, ...more]: string[]): Promise<string[]> {
  if (more.length > 0 || (action === 'dead' && id))
    throw new BadSetting(`Not understood: ${[id, ...more].join(' ')}`)
  if (action === 'dead') return listed(db)
  if ((action !== 'retry' && action !== 'discard') || !id)
    throw new BadSetting('Say "jobs dead", "jobs retry ID" or "jobs discard ID".')
  const { changed } =
    action === 'retry' ? await retryDead(db, { id }, processClock.now()) : await discardDead(db, { id })
  if (changed === 0) throw new BadSetting(`No dead job has the id ${id}; "jobs dead" shows those there are.`)
  return [action === 'retry' ? `${id} is tried again` : `${id} is discarded`]
}

async function listed(db: Sequelize): Promise<string[]> {
  const rows = await deadJobs(db, most + 1)
  if (rows.length === 0) return ['nothing was given up']
  const lines = rows
    .slice(0, most)
    .map(({ id, queue, owner, attempts, failure, runAt }) =>
      [id, queue, owner ?? '-', `${attempts} tries`, runAt.toISOString(), failure ?? ''].join('  '),
    )
  return rows.length > most ? [...lines, `and more: these are the oldest ${most}`] : lines
}
