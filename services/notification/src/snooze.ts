import type { Snooze } from '@doable/contracts/notification'
import { addDays, today } from '@doable/domain/calendar'
import { instantOf } from '@doable/domain/due'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import type { Transaction } from 'sequelize'
import { Notification, read } from './notification.ts'
import { circumstances, plan } from './plan.ts'
import { noDays, write } from './watch.ts'
import { type Watched, WatchedTask, watchedOf } from './watched-task.ts'

const minute = 60_000

/**
 * Tells a person again later, and marks what they were told as read. Answers when, and how many are left unread.
 * @throws 404 when it is not this person's
 */
export async function snooze(platform: Platform, personId: string, id: string, span: Snooze['for']) {
  const until = await inTransaction(platform.db, async (transaction) => {
    const told = await Notification.findOne({ where: { id, personId }, transaction })
    if (!told) throw problem(404, 'notification-not-found', 'There is no such notification.')
    const before = await known(told, transaction)
    const snoozedUntil = await momentOf(platform, personId, span, transaction)
    const after = { ...(before ?? unknown(told)), snoozedUntil }
    await write(before, after, transaction)
    await plan(platform, transaction, [{ before, after }], platform.clock.now().toISOString())
    return snoozedUntil
  })
  return { until: until.toISOString(), unread: await read(platform, personId, id) }
}

async function momentOf(
  { clock }: Platform,
  personId: string,
  span: Snooze['for'],
  transaction: Transaction,
): Promise<Date> {
  const now = clock.now()
  if (span !== 'tomorrow') return new Date(now.getTime() + (span === '1h' ? 60 : 10) * minute)
  const { zone, settings } = await circumstances(personId, transaction)
  return new Date(instantOf(addDays(today(now.toISOString(), zone), 1), settings.allDayAt, zone))
}

/** News of a list are put off like those of a task: under the list's id, so that they end with the person's place in it. */
const subjectOf = ({ taskId, listId, personId }: Notification) => taskId ?? listId ?? personId

async function known(told: Notification, transaction: Transaction): Promise<Watched | null> {
  const where = { taskId: subjectOf(told), personId: told.personId }
  const row = await WatchedTask.findOne({ where, raw: true, transaction })
  return row && watchedOf(row)
}

function unknown(told: Notification): Watched {
  const { personId, listId, title } = told
  const about = { taskId: subjectOf(told), personId, listId: listId ?? personId, title }
  return { ...about, priority: 4, ...noDays, snoozedUntil: null, paused: false }
}
