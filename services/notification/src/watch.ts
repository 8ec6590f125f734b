import type { Platform } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import { jobKeys, plan } from './plan.ts'
import { type TaskFact, toldOf } from './task-fact.ts'
import { rowOf, type Watched, WatchedTask, watchedWith } from './watched-task.ts'

/** Sees to it that those whom an open task concerns are told at its moments, and that nobody else is. */
export async function watch(platform: Platform, transaction: Transaction, fact: TaskFact): Promise<void> {
  const known = await watchedWith(platform, { taskId: fact.task.id }, transaction)
  const wanted = wantedOf(fact, known)
  const people = [...new Set([...known, ...wanted].map(({ personId }) => personId))]
  const changes = people.map((personId) => ({
    before: known.find((each) => each.personId === personId) ?? null,
    after: wanted.find((each) => each.personId === personId) ?? null,
  }))
  for (const { before, after } of changes) await write(before, after, transaction)
  // A task that was only renamed keeps its moments.
  const moved = changes.filter(({ before, after }) => String(jobKeys(before)) !== String(jobKeys(after)))
  if (moved.length > 0) await plan(platform, transaction, moved, fact.at)
}

/** What is to be watched of a task: its days for whom it concerns, and for anybody else only what they have put off. */
function wantedOf(fact: TaskFact, known: readonly Watched[]): Watched[] {
  const { task, audience } = fact
  if (task.completedAt || task.trashedAt) return []
  const paused = fact.open === false || known.some((each) => each.paused && each.listId === task.listId)
  const { id: taskId, listId, title, priority } = task
  const about = { taskId, listId, title, priority, paused }
  const told = toldOf(fact)
  const late = known.filter(({ snoozedUntil, personId }) => snoozedUntil && audience.includes(personId))
  const people = [...new Set([...told, ...late.map(({ personId }) => personId)])]
  return people
    .map((personId): Watched => {
      const snoozedUntil = known.find((each) => each.personId === personId)?.snoozedUntil ?? null
      return { ...about, personId, ...(told.includes(personId) ? daysOf(task) : noDays), snoozedUntil }
    })
    .filter((each) => jobKeys({ ...each, paused: false }).length > 0)
}

const daysOf = (task: TaskFact['task']) => ({
  startOn: task.startOn,
  dueOn: task.dueOn,
  dueTime: task.dueTime,
  dueTimeZone: task.dueTimeZone,
  deadlineOn: task.deadlineOn,
  reminders: task.reminders,
})
export const noDays: ReturnType<typeof daysOf> = {
  startOn: null,
  dueOn: null,
  dueTime: null,
  dueTimeZone: null,
  deadlineOn: null,
  reminders: [],
}

export async function write(
  before: Watched | null,
  after: Watched | null,
  transaction: Transaction,
): Promise<void> {
  if (before && !after) {
    const { taskId, personId } = before
    await WatchedTask.destroy({ where: { taskId, personId }, transaction })
  }
  if (after && !before) await WatchedTask.create(rowOf(after), { transaction })
  if (after && before) {
    const { taskId, personId, ...fields } = rowOf(after)
    await WatchedTask.update(fields, { where: { taskId, personId }, transaction })
  }
}
