import { z } from 'zod'
import { Cursor, Day, Id, PageSize } from './common.ts'
import { QueryText } from './filter.ts'
import { LabelName } from './label.ts'
import { Priority, Task } from './task.ts'

/**
 * `smart`: first what is late or due today, most urgent priority first, then the earlier day, then the earlier time;
 * then what is due later, by day, then priority, then time; then what has no day, by priority. Equals keep the person's own order.
 */
export const TaskSort = z.enum(['smart', 'priority', 'date', 'order', 'title', 'created'])
export const TaskQuery = z.strictObject({
  listId: Id.optional(),
  sectionId: Id.optional(),
  parentId: Id.optional(),
  label: LabelName.optional(),
  priority: z.coerce.number().pipe(Priority).optional(),
  /** Without it and without `filter`, open ones. */
  status: z.enum(['open', 'completed', 'trashed', 'all']).optional(),
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
  /** Words that must all be in the title, the notes or the comments. */
  search: z.string().trim().min(1).max(200).optional(),
  /**
   * A query (docs/decisions/0041-query-language.md), for tasks that are in any of its panes: in lists in use, not in the trash,
   * and open unless it asks about completion. Everything else that is asked for holds as well.
   */
  filter: QueryText.optional(),
  sort: TaskSort.default('smart'),
  cursor: Cursor.optional(),
  limit: PageSize,
})
export const TaskPage = z
  .strictObject({ items: z.array(Task), next: z.string().nullable() })
  .meta({ id: 'TaskPage' })
const Count = z.strictObject({ open: z.int(), completed: z.int() })
export const TaskCounts = z
  .strictObject({
    overdue: z.int(),
    today: z.int(),
    open: z.int(),
    completed: z.int(),
    trashed: z.int(),
    byList: z.array(Count.extend({ listId: Id })),
    byLabel: z.array(Count.extend({ label: z.string() })),
    byPriority: z.array(Count.extend({ priority: Priority })),
  })
  .meta({ id: 'TaskCounts' })

/**
 * Which occurrence is meant, so that doing it twice does it once, and the person's day. Without them the present occurrence
 * and the day in the person's zone.
 */
export const OccurrenceQuery = z.strictObject({ occurrenceOn: Day.optional(), doneOn: Day.optional() })

export type TaskSort = z.infer<typeof TaskSort>
export type TaskQuery = z.infer<typeof TaskQuery>
export type TaskCounts = z.infer<typeof TaskCounts>
