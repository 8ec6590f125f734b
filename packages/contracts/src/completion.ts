import { z } from 'zod'
import { Day, Id, Instant } from './common.ts'
import { Reminders } from './reminder.ts'

/** The fields that go from one occurrence to the next. */
export const Turn = z.strictObject({
  dueOn: Day.nullable().optional(),
  startOn: Day.nullable().optional(),
  deadlineOn: Day.nullable().optional(),
  repeatRule: z.string().nullable().optional(),
  occurrenceOn: Day.nullable().optional(),
  skippedOn: z.array(Day).optional(),
  reminders: Reminders.optional(),
  completedAt: Instant.nullable().optional(),
  completedBy: Id.nullable().optional(),
})

/**
 * What became of one occurrence of a repeating task, or of a subtask of one. There is one for each task and occurrence,
 * whoever completes it on however many devices.
 */
export const Completion = z
  .strictObject({
    /** The task and the day of the occurrence: `<task>:<day>`. */
    id: z.string().max(47),
    taskId: Id,
    listId: Id,
    /** The repeating task; the task itself unless it is a subtask. */
    seriesId: Id,
    occurrenceOn: Day,
    /** Left out rather than done. */
    skipped: z.boolean(),
    completedAt: Instant,
    completedBy: Id,
    /** The day of whoever did it, where they were. */
    doneOn: Day,
    /** What the task was before and after in what changed, by which taking it back restores it. */
    before: Turn,
    after: Turn,
    /** When it was taken back: it does not count. */
    undoneAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Completion' })
export type Completion = z.infer<typeof Completion>
export type Turn = z.infer<typeof Turn>
