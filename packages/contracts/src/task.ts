import { z } from 'zod'
import {
  ById,
  Cursor,
  Day,
  Id,
  Instant,
  isWhole,
  notWhole,
  oneLine,
  PageSize,
  Position,
  TimeZone,
  WallTime,
} from './common.ts'
import { Completion } from './completion.ts'
import { LabelName } from './label.ts'
import { route } from './route.ts'

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
  status: z.enum(['open', 'completed', 'trashed', 'all']).default('open'),
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
  /** Words that must all be in the title or the notes. */
  search: z.string().trim().min(1).max(200).optional(),
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
const one = { params: ById, ok: Task, status: 200 } as const
export const taskApi = {
  tasks: route({
    method: 'GET',
    path: '/api/tasks',
    summary: 'Tasks, filtered, sorted and paged',
    query: TaskQuery,
    ok: TaskPage,
    status: 200,
  }),
  counts: route({
    method: 'GET',
    path: '/api/tasks/counts',
    summary: 'How many tasks there are, by list, label and priority',
    ok: TaskCounts,
    status: 200,
  }),
  createTask: route({
    method: 'POST',
    path: '/api/tasks',
    summary: 'Add a task',
    body: NewTask,
    ok: Task,
    status: 201,
  }),
  task: route({ method: 'GET', path: '/api/tasks/:id', summary: 'One task', ...one }),
  changeTask: route({
    method: 'PATCH',
    path: '/api/tasks/:id',
    summary: 'Change or move a task',
    ...one,
    body: TaskPatch,
  }),
  completeTask: route({
    method: 'POST',
    path: '/api/tasks/:id/complete',
    summary: 'Complete a task and its subtasks; a repeating one goes on to its next occurrence',
    ...one,
    query: OccurrenceQuery,
  }),
  skipTask: route({
    method: 'POST',
    path: '/api/tasks/:id/skip',
    summary: 'Leave out an occurrence of a repeating task',
    ...one,
    query: OccurrenceQuery,
  }),
  uncompleteTask: route({
    method: 'POST',
    path: '/api/tasks/:id/uncomplete',
    summary: 'Take back a completed or skipped occurrence, the latest unless another is named',
    ...one,
    query: z.strictObject({ occurrenceOn: Day.optional() }),
  }),
  completions: route({
    method: 'GET',
    path: '/api/tasks/:id/completions',
    summary: 'Completed and skipped occurrences of a repeating task, the latest first',
    params: ById,
    ok: z.strictObject({ items: z.array(Completion) }),
    status: 200,
  }),
  reopenTask: route({ method: 'POST', path: '/api/tasks/:id/reopen', summary: 'Open a task again', ...one }),
  trashTask: route({
    method: 'DELETE',
    path: '/api/tasks/:id',
    summary: 'Move a task and its subtasks to the trash',
    params: ById,
    status: 204,
  }),
  restoreTask: route({
    method: 'POST',
    path: '/api/tasks/:id/restore',
    summary: 'Bring a task back from the trash',
    ...one,
  }),
  purgeTask: route({
    method: 'POST',
    path: '/api/tasks/:id/purge',
    summary: 'Erase a trashed task for good',
    params: ById,
    status: 204,
  }),
}

/** A task as an event tells it: with its notes, which can be long, only where they are news. */
export type ToldTask = Omit<Task, 'notes'> & Partial<Pick<Task, 'notes'>>
/** `task` is the state afterwards; `ownerId` owns its list. */
type TaskFact = { task: ToldTask; ownerId: string }
/** Facts about tasks and lists. `before` holds the former values of what changed; a list is not `open` while it is archived or in the trash. */
export type TaskEvents = {
  'task.created': TaskFact
  'task.changed': TaskFact & { before: Partial<Task> }
  'task.completed': TaskFact
  /** An occurrence was completed or skipped, and the task has moved on to the next one. */
  'task.recurred': TaskFact & { before: Partial<Task>; skipped: boolean }
  'task.reopened': TaskFact
  'task.trashed': TaskFact
  'task.restored': TaskFact
  'task.purged': TaskFact
  'list.changed': { listId: string; name: string; open: boolean }
  'list.shared': { listId: string; name: string; personId: string }
  'list.left': { listId: string; name: string; personId: string }
  'own.changed': Record<string, never>
}
export type Task = z.infer<typeof Task>
export type NewTask = z.infer<typeof NewTask>
export type TaskPatch = z.infer<typeof TaskPatch>
export type TaskSort = z.infer<typeof TaskSort>
export type TaskQuery = z.infer<typeof TaskQuery>
export type TaskCounts = z.infer<typeof TaskCounts>
