import type { Task } from '@doable/contracts/task'
import { addDays, today } from '@doable/domain/calendar'
import { type Advance, finish, isRepeating, type Which as Meant } from '@doable/domain/occurrence'
import { countAgain, takeBack, takenBack } from '@doable/domain/occurrence-record'
import type { Act } from './act.ts'
import { announceTasks } from './announce.ts'
import {
  completionsOf,
  completionsOfOccurrence,
  keepCompletions,
  markCompletions,
  recordsOfOccurrence,
} from './completion-rows.ts'
import { PersonRow } from './person.ts'
import { type Held, hold } from './task-acts.ts'
import { settle } from './task-settle.ts'

/** Which occurrence or tasks somebody means, and which day it was where they were. */
export type Which = Meant & { doneOn?: string | undefined }

/** Completes a task and what is open below it; one that repeats goes on to its next occurrence. */
export const completeTask = (act: Act, id: string, which: Which = {}): Promise<Task> =>
  turn(act, id, which, false)

/** Leaves out the present occurrence. What does not repeat, or has no next one, stays as it is. */
export const skipTask = (act: Act, id: string, which: Which = {}): Promise<Task> => turn(act, id, which, true)

async function turn(act: Act, id: string, which: Which, skipped: boolean): Promise<Task> {
  const held = await hold(act, id)
  const { task, subtree } = held
  act.touched.tasks.add(id)
  const doneOn = isRepeating(task) ? await dayOf(act, which.doneOn) : act.at.toISOString().slice(0, 10)
  const doing = { at: act.at.toISOString(), by: act.personId, doneOn, skipped }
  return carryOut(act, held, finish(task, subtree, doing, which), skipped)
}

async function carryOut(act: Act, held: Held, { changes, completions }: Advance, skipped: boolean) {
  const { task, subtree, scope, version } = held
  const settled = await settle(act, [task, ...subtree], changes, version)
  await keepCompletions(act, completions, version)
  const own = settled.filter((each) => each.task.id === task.id)
  if (completions.length > 0) {
    const others = settled.filter((each) => each.task.id !== task.id)
    await announceTasks(act, 'task.recurred', scope, own, { skipped })
    await announceTasks(act, 'task.changed', scope, others)
  } else {
    const completed = settled.map((each) => ({ task: each.task }))
    await announceTasks(act, 'task.completed', scope, completed)
  }
  return own[0]?.task ?? task
}

/**
 * Takes a completed or skipped occurrence back: where the task has not gone on since, it and its subtasks are again what
 * they were. What is taken back already stays so. Without `occurrenceOn` it is the latest one.
 * @throws 404 `task-not-found`, 403 `read-only`
 */
export async function uncompleteTask(act: Act, id: string, occurrenceOn?: string): Promise<Task> {
  const { task, subtree, scope, version } = await hold(act, id)
  const { platform, touched } = act
  touched.tasks.add(id)
  const on = occurrenceOn ?? (await completionsOf(platform, act.personId, id))[0]?.occurrenceOn
  const completions = on ? await completionsOfOccurrence(platform, id, on) : []
  if (completions.length === 0) return task
  const all = [task, ...subtree]
  const settled = await settle(act, all, takeBack(task, all, completions), version)
  await markCompletions(act, completions, act.at, version)
  await announceTasks(act, 'task.changed', scope, settled.length > 0 ? settled : [{ task, before: {} }])
  return settled.find((each) => each.task.id === id)?.task ?? task
}

/**
 * Counts an occurrence again that was taken back: what the task and its subtasks became by it they are again, unless
 * somebody changed it since. What counts already stays as it is.
 * @throws 404 `task-not-found`, 403 `read-only`
 */
export async function recompleteTask(act: Act, id: string, occurrenceOn: string): Promise<Task> {
  const { task, subtree, scope, version } = await hold(act, id)
  act.touched.tasks.add(id)
  const known = await recordsOfOccurrence(act.platform, id, occurrenceOn)
  const completions = takenBack(known, id, occurrenceOn)
  if (completions.length === 0) return task
  const all = [task, ...subtree]
  const settled = await settle(act, all, countAgain(task, all, completions), version)
  await markCompletions(act, completions, null, version)
  await announceTasks(act, 'task.changed', scope, settled.length > 0 ? settled : [{ task, before: {} }])
  return settled.find((each) => each.task.id === id)?.task ?? task
}

/** A device's day is believed where it can be: nobody is further than a day from UTC. */
async function dayOf({ at, personId }: Act, claimed: string | undefined): Promise<string> {
  const utc = at.toISOString().slice(0, 10)
  if (claimed !== undefined && claimed >= addDays(utc, -1) && claimed <= addDays(utc, 1)) return claimed
  const person = await PersonRow.findByPk(personId, { attributes: ['timeZone'], raw: true })
  return today(at.toISOString(), person?.timeZone ?? 'UTC')
}
