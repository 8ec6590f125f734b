import { addDays, nowAt, today } from '@doable/domain/calendar'
import { dueIn, instantOf, isOverdue, isToday } from '@doable/domain/due'
import type { Job } from '@doable/service-kit/jobs'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import { Op, type Transaction } from 'sequelize'
import { jobsOf } from './jobs.ts'
import { zoneOf } from './recipient.ts'
import { settingsOf } from './settings.ts'
import { tell } from './tell.ts'
import { type Watched, WatchedTask, watchedOf } from './watched-task.ts'

/** The queue of jobs that tell somebody what their day holds: one per person. */
export const digestQueue = 'digest'
const mostTitles = 20
const longestTitle = 500

/** Has the next digest told at the person's hour, or none where they want none. One that waits is moved. */
export async function planDigest(
  platform: Pick<Platform, 'clock'>,
  transaction: Transaction,
  personId: string,
): Promise<void> {
  const jobs = jobsOf(platform)
  const { digestAt } = await settingsOf(personId, transaction)
  if (digestAt === null) return void (await jobs.cancel(digestQueue, personId, transaction))
  const zone = await zoneOf(personId, transaction)
  const { day, runAt } = nextDigest(digestAt, platform.clock.now(), zone)
  const payload = { personId, day }
  await jobs.put({ queue: digestQueue, key: personId, owner: personId, runAt, payload }, transaction)
}

/** The first time after `now` that it is this hour; where the clocks skip it, as much later as they do. */
export function nextDigest(digestAt: string, now: Date, zone: string): { day: string; runAt: Date } {
  const first = today(now.toISOString(), zone)
  const at = (day: string) => ({ day, runAt: new Date(instantOf(day, digestAt, zone)) })
  return at(first).runAt > now ? at(first) : at(addDays(first, 1))
}

/** Does one job of the queue: tells what is due and overdue now, if anything, and waits for the next day. */
export async function tellDigest(platform: Platform, job: Job): Promise<void> {
  const { personId, day } = job.payload as { personId: string; day: string }
  await inTransaction(platform.db, async (transaction) => {
    if (!(await jobsOf(platform).done(job, transaction))) return
    const tasks = await tasksOf(platform, transaction, personId)
    const about = { personId, taskId: null, listId: personId, actorId: null, plannedAt: new Date(job.runAt) }
    const title = fitting(tasks.map((each) => each.title))
    const news = { ...about, kind: 'digest', title, moment: day, count: tasks.length } as const
    if (tasks.length > 0) await tell(platform, transaction, news)
    await planDigest(platform, transaction, personId)
  })
}

/** What is due today or earlier for a person, the longest due first. */
async function tasksOf({ clock }: Platform, transaction: Transaction, personId: string): Promise<Watched[]> {
  const now = nowAt(clock.now().toISOString(), await zoneOf(personId, transaction))
  // A time that is fixed elsewhere can be of tomorrow there and of today here.
  const near = { [Op.lte]: addDays(now.day, 1) }
  const where = { personId, paused: false, [Op.or]: [{ dueOn: near }, { deadlineOn: near }] }
  const rows = await WatchedTask.findAll({ where, raw: true, transaction })
  const due = rows
    .map(watchedOf)
    .filter((task) => isToday(task, now) || isOverdue(task, now) || task.deadlineOn === now.day)
  const placeOf = (task: Watched) => {
    const seen = dueIn(task, now.zone)
    return `${seen?.day ?? task.deadlineOn} ${seen?.time ?? '99'} ${task.priority} ${task.taskId}`
  }
  return due.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

/** The first titles, a line each, as many as there is room for. */
function fitting(titles: readonly string[]): string {
  const joined = titles.slice(0, mostTitles).map((_, at) => titles.slice(0, at + 1).join('\n'))
  return joined.findLast((text) => text.length <= longestTitle) ?? ''
}
