import { z } from 'zod'
import { Day, Id, Instant, isWhole, notWhole, oneLine, Position, TimeZone, WallTime } from './common.ts'
import { LabelName } from './label.ts'
import { Reminders } from './reminder.ts'

/** 1 is urgent, 4 is none. */
export const Priority = z.int().min(1).max(4)

/** What the letters of a rule may be; whether it makes sense is the domain's to say. */
export const RepeatRule = z
  .string()
  .max(200)
  .regex(/^[A-Z0-9=;,+:-]+$/)
export const RepeatMode = z.enum(['schedule', 'completion'])

/** What a person may write on a task. A new field starts here. */
export const taskFields = {
  listId: Id,
  /** Null: in the list, above its sections. */
  sectionId: Id.nullable(),
  /** Null: not a subtask. Any depth, never a circle. */
  parentId: Id.nullable(),
  title: oneLine(500),
  /** Markdown. */
  notes: z.string().max(50_000).refine(isWhole, notWhole),
  labels: z.array(LabelName).max(50),
  priority: Priority,
  /** Not before this day. */
  startOn: Day.nullable(),
  /** Planned for this day; with `dueTime` at that wall-clock time, in `dueTimeZone` or, without one, wherever its person is. */
  dueOn: Day.nullable(),
  dueTime: WallTime.nullable(),
  dueTimeZone: TimeZone.nullable(),
  /** Over by the end of this day. */
  deadlineOn: Day.nullable(),
  durationMinutes: z.int().min(1).max(43_200).nullable(),
  /** Who is to do it: a member of its list, in whatever role. Null: nobody in particular. */
  assigneeId: Id.nullable(),
  /** When to tell the assignee or, where nobody is assigned, everybody of the list. */
  reminders: Reminders,
  /**
   * How it repeats: the value of an RRULE (RFC 5545, 3.3.10) with FREQ DAILY to YEARLY, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH,
   * BYSETPOS, WKST, and COUNT (of what is left, this occurrence included) or UNTIL. Null: it does not. Needs `dueOn`.
   */
  repeatRule: RepeatRule.nullable(),
  /** `schedule`: on the days of the rule. `completion`: counted from the day it is done. Null where it does not repeat. */
  repeatMode: RepeatMode.nullable(),
  /** The day of the present occurrence in the series. Another `dueOn` moves this occurrence only. */
  occurrenceOn: Day.nullable(),
  /** Days of the series that are left out. */
  skippedOn: z.array(Day).max(100),
  /** Among the tasks of the same list, section and parent. */
  position: Position,
}

export const Task = z
  .strictObject({
    id: Id,
    ...taskFields,
    completedAt: Instant.nullable(),
    completedBy: Id.nullable(),
    trashedAt: Instant.nullable(),
    createdBy: Id,
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Task' })

/** Without `listId` the task goes to the Inbox, without `position` to the end. */
export const NewTask = z
  .strictObject(taskFields)
  .partial()
  .extend({ id: Id.optional(), title: taskFields.title })
  .meta({ id: 'NewTask' })
export const TaskPatch = z
  .strictObject(taskFields)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'nothing to change')

export type Task = z.infer<typeof Task>
export type NewTask = z.infer<typeof NewTask>
export type TaskPatch = z.infer<typeof TaskPatch>
