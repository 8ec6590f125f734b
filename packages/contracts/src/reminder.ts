import { z } from 'zod'
import { Day, TimeZone, WallTime } from './common.ts'
import { mostMinutesBefore, mostReminders } from './reminder-limits.ts'

/**
 * When to tell people of a task. `before`: so many minutes before its start, its due date or its deadline, and not at all
 * while it has none; a day without a time counts from nine in the morning. `at`: at that wall-clock time on that day, in
 * `timeZone` or, without one, wherever the person is.
 */
export const Reminder = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('before'),
      of: z.enum(['start', 'due', 'deadline']),
      minutes: z.int().min(0).max(mostMinutesBefore),
    }),
    z.strictObject({ kind: z.literal('at'), on: Day, time: WallTime, timeZone: TimeZone.nullable() }),
  ])
  .meta({ id: 'Reminder' })

/** In the order in which they were added, none of them twice. */
export const Reminders = z
  .array(Reminder)
  .max(mostReminders)
  .refine(
    (all) => new Set(all.map((each) => JSON.stringify(each))).size === all.length,
    'must not hold a reminder twice',
  )

export type Reminder = z.infer<typeof Reminder>
