import type { Job } from '@doable/service-kit/jobs'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import type { Transaction } from 'sequelize'
import { dueMoment } from './due-moment.ts'
import { DueTask } from './due-task.ts'
import { jobsOf } from './jobs.ts'
import { zoneOf } from './recipient.ts'
import { followersOf, type TaskFact } from './task-fact.ts'
import { tell } from './tell.ts'

/** The queue of jobs that tell somebody of a due task. */
export const queue = 'due-soon'

export const keyOf = ({ taskId, personId }: { taskId: string; personId: string }) => `${taskId}:${personId}`

/** Sees to it that those who follow an open task with a due date are told, and that nobody else is. */
export async function watch(platform: Platform, transaction: Transaction, fact: TaskFact): Promise<void> {
  const { task } = fact
  const rows = await DueTask.findAll({ where: { taskId: task.id }, transaction })
  const people = task.dueOn && !task.completedAt && !task.trashedAt ? followersOf(fact) : []
  for (const row of rows) if (!people.includes(row.personId)) await drop(platform, transaction, row)
  for (const personId of people) {
    const row = rows.find((one) => one.personId === personId)
    await watchFor(platform, transaction, fact, personId, row)
  }
}

/** A task that was only renamed keeps its moment: who has been told is not told again, who has not still will be. */
async function watchFor(
  platform: Platform,
  transaction: Transaction,
  { task, at }: TaskFact,
  personId: string,
  known?: DueTask,
): Promise<void> {
  const { id: taskId, listId, title, dueTime, dueTimeZone } = task
  const due = { dueOn: task.dueOn ?? '', dueTime, dueTimeZone }
  const row = known ?? DueTask.build({ taskId, personId, listId, title, ...due, fireAt: null, paused: false })
  if (row.listId !== listId) row.paused = false
  row.set({ listId, title, ...due })
  const moved = ['listId', 'dueOn', 'dueTime', 'dueTimeZone'] as const
  if (!known || moved.some((field) => row.changed(field))) await schedule(platform, transaction, row, at)
  await row.save({ transaction })
}

/** What was already past when it came to be is not told: whoever did it knows. */
async function schedule(
  platform: Platform,
  transaction: Transaction,
  row: DueTask,
  at: string,
): Promise<void> {
  const moment = dueMoment(row, await zoneOf(row.personId, transaction))
  await fireAt(platform, transaction, row, !row.paused && moment > new Date(at) ? moment : null)
}

async function fireAt(
  platform: Platform,
  transaction: Transaction,
  row: DueTask,
  runAt: Date | null,
): Promise<void> {
  const jobs = jobsOf(platform)
  row.fireAt = runAt
  if (!runAt) await jobs.cancel(queue, keyOf(row), transaction)
  else {
    const payload = { taskId: row.taskId, personId: row.personId }
    await jobs.put({ queue, key: keyOf(row), runAt, payload }, transaction)
  }
}

async function drop(platform: Platform, transaction: Transaction, row: DueTask): Promise<void> {
  await jobsOf(platform).cancel(queue, keyOf(row), transaction)
  await row.destroy({ transaction })
}

/** Does one job of the queue: tells, unless the task has been changed since. */
export async function tellDue(platform: Platform, job: Job): Promise<void> {
  const { taskId, personId } = job.payload as { taskId: string; personId: string }
  await inTransaction(platform.db, async (transaction) => {
    const jobs = jobsOf(platform)
    if (!(await jobs.done(job, transaction))) return
    const row = await DueTask.findOne({ where: { taskId, personId }, transaction })
    if (!row?.fireAt) return
    if (row.fireAt > platform.clock.now()) return fireAt(platform, transaction, row, row.fireAt)
    await row.update({ fireAt: null }, { transaction })
    const { listId, title, dueOn, dueTime, dueTimeZone } = row
    const moment = [dueOn, dueTime, dueTimeZone].filter((part) => part).join(' ')
    await tell(platform, transaction, {
      personId,
      kind: 'due-soon',
      taskId,
      listId,
      title,
      actorId: null,
      moment,
    })
  })
}
