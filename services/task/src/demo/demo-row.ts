import { addDays, today } from '@doable/domain/calendar'
import { newId } from '@doable/domain/ids'
import { completionId } from '@doable/domain/occurrence'
import { keysBetween } from '@doable/domain/ordering'
import { columnsOf } from '../task-rows.ts'
import { ada, demoLists, demoPeople, demoSections, taskId } from './demo-list.ts'
import { type DemoTask, demoRoutine, demoTasks, routineDays } from './demo-task.ts'

const day = 24 * 60 * 60 * 1000
/** Each done thing was made some days before and done at an hour of its own. */
const madeBefore = 5
const hourOf = (number: number) => (8 + ((number * 5) % 11)) * 60 * 60 * 1000

/** `past` are the days ago on which it was done. */
type Routine = DemoTask & { every?: number; past?: number[] }
function everything(): Routine[] {
  const routine = demoRoutine.map(({ task, every, last }) => {
    const times = Math.floor((routineDays - last) / every)
    const rule = { due: every - last, repeat: every === 7 ? 'FREQ=WEEKLY' : `FREQ=DAILY;INTERVAL=${every}` }
    return { ...task, ...rule, every, past: Array.from({ length: times }, (_, n) => last + n * every) }
  })
  return [...demoTasks, ...routine]
}

/** The tasks of the demo as they are on the day of `now`, each with its words. */
export function demoRows(now: Date) {
  const all = everything()
  const positions = keysBetween(null, null, all.length)
  const numberOf = new Map(demoTasks.map(({ title }, at) => [title, at + 1]))
  return all.map((task, at) => {
    const row = rowOf(task, at + 1, positions[at] as string, numberOf, now)
    return { row, words: task.labels ?? [], completions: completionsOf(task, at + 1, row, now) }
  })
}

type Row = ReturnType<typeof rowOf>
function rowOf(task: DemoTask, number: number, position: string, numberOf: Map<string, number>, now: Date) {
  const list = demoLists.find(({ key }) => key === task.list)
  const owner = demoPeople.find(({ id }) => id === list?.members[0]?.[0])
  const first = today(now.toISOString(), owner?.timeZone ?? 'UTC')
  const on = (offset?: number) => (offset === undefined ? null : addDays(first, offset))
  const ago = (days?: number) => (days === undefined ? null : momentOf(days, number, now))
  const parent = task.under === undefined ? undefined : numberOf.get(task.under)
  const completedAt = ago(task.done)
  const createdBy = owner?.id ?? ada
  const createdAt = new Date((completedAt ?? now).getTime() - madeBefore * day)
  const { titleKey = '' } = columnsOf({ title: task.title })
  return {
    id: taskId(number),
    listId: list?.id ?? ada,
    sectionId: demoSections.find(({ key, name }) => key === task.list && name === task.section)?.id ?? null,
    parentId: parent === undefined ? null : taskId(parent),
    title: task.title,
    titleKey,
    notes: task.notes ?? '',
    priority: task.p ?? 4,
    startOn: on(task.start),
    dueOn: on(task.due),
    dueTime: task.at ?? null,
    dueTimeZone: task.zone ?? null,
    deadlineOn: on(task.deadline),
    durationMinutes: task.minutes ?? null,
    assigneeId: task.for ?? null,
    reminders: task.remind ? JSON.stringify(task.remind) : null,
    repeatRule: task.repeat ?? null,
    repeatMode: task.repeat ? 'schedule' : null,
    occurrenceOn: task.repeat ? on(task.due) : null,
    skippedOn: null,
    position,
    completedAt,
    completedBy: completedAt && createdBy,
    trashedAt: ago(task.trashed),
    createdBy,
    createdAt,
    updatedAt: completedAt ?? createdAt,
  }
}

/** What a routine has been done so far. */
function completionsOf({ past = [], every = 0 }: Routine, number: number, row: Row, now: Date) {
  return past.map((days) => {
    const on = addDays(row.occurrenceOn as string, (past[0] ?? 0) - days - every)
    const turn = (day: string) => JSON.stringify({ dueOn: day, occurrenceOn: day })
    return {
      id: completionId(row.id, on),
      taskId: row.id,
      listId: row.listId,
      seriesId: row.id,
      occurrenceOn: on,
      skipped: false,
      completedAt: momentOf(days, number, now),
      completedBy: row.createdBy,
      doneOn: on,
      before: turn(on),
      after: turn(addDays(on, every)),
      undoneAt: null,
    }
  })
}

/** What the other services are told of the open tasks, as if they had just been made. */
export function demoEvents(made: ReturnType<typeof demoRows>, now: Date) {
  const open = made.filter(({ row }) => !row.completedAt && !row.trashedAt)
  return open.map(({ row, words }) => {
    const { titleKey: _titleKey, ...fields } = {
      ...row,
      skippedOn: [],
      reminders: row.reminders ? JSON.parse(row.reminders) : [],
    }
    const list = demoLists.find(({ id }) => id === row.listId)
    const task = { ...fields, labels: words, version: 1 }
    return {
      id: newId(),
      type: 'task.created',
      scopeId: row.listId,
      subjectId: row.id,
      actorId: row.createdBy,
      audience: JSON.stringify(list?.members.map(([personId]) => personId)),
      data: JSON.stringify({ task, ownerId: list?.members[0]?.[0], open: !list?.template }),
      createdAt: now,
      publishedAt: null,
    }
  })
}

/** So many days ago at the task's hour of the day, in UTC; of today only what has been. */
function momentOf(days: number, number: number, now: Date): Date {
  const midnight = Math.floor(now.getTime() / day) * day
  return new Date(Math.min(midnight - days * day + hourOf(number), now.getTime()))
}
