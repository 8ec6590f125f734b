import type { Job } from '@doable/service-kit/jobs'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import type { Transaction } from 'sequelize'
import { type Alarm, alarmsOf, dueKey, isSnooze } from './alarms.ts'
import { jobsOf } from './jobs.ts'
import { circumstances, jobKeys, jobOf, nameOf, plan, queue } from './plan.ts'
import { tell } from './tell.ts'
import { type Watched, WatchedTask, watchedOf } from './watched-task.ts'

/** `alarm` is missing from jobs that were put when a task had one moment only. */
type Payload = { taskId: string; personId: string; alarm?: string }

/** Does one job of the queue: tells, unless the task has been changed since. */
export async function tellAlarm(platform: Platform, job: Job): Promise<void> {
  const { taskId, personId, alarm: name } = job.payload as Payload
  await inTransaction(platform.db, async (transaction) => {
    if (!(await jobsOf(platform).done(job, transaction))) return
    const row = await WatchedTask.findOne({ where: { taskId, personId }, raw: true, transaction })
    if (!row) return
    const watched = watchedOf(row)
    const { zone, settings } = await circumstances(personId, transaction)
    const wanted = name ?? `due-soon:${dueKey(watched)}`
    const alarm = alarmsOf(watched, zone, settings).find((each) => nameOf(each) === wanted)
    if (alarm) await ring(platform, transaction, watched, alarm)
    if (name) return
    const now = platform.clock.now().toISOString()
    await plan(platform, transaction, [{ before: watched, after: watched }], now)
  })
}

async function ring(
  platform: Platform,
  transaction: Transaction,
  watched: Watched,
  alarm: Alarm,
): Promise<void> {
  if (alarm.at > platform.clock.now())
    return jobsOf(platform).put({ queue, ...jobOf(watched, alarm) }, transaction)
  const { taskId, personId, listId, title, priority } = watched
  if (isSnooze(alarm)) await wake(watched, transaction)
  const { kind, key: moment, at: plannedAt } = alarm
  const urgent = kind === 'reminder' && priority === 1
  // What was put off of a list stands under the list's id.
  const about = { personId, taskId: taskId === listId ? null : taskId, listId, title, actorId: null }
  await tell(platform, transaction, { ...about, kind, moment, plannedAt, urgent })
}

/** What was put off is told. Where there is nothing else to tell, it is forgotten. */
async function wake(watched: Watched, transaction: Transaction): Promise<void> {
  const { taskId, personId } = watched
  const where = { taskId, personId }
  if (jobKeys({ ...watched, snoozedUntil: null }).length === 0)
    await WatchedTask.destroy({ where, transaction })
  else await WatchedTask.update({ snoozedUntil: null }, { where, transaction })
}
