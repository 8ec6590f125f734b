import { z } from 'zod'
import { Comment, CommentPatch, NewComment } from './comment.ts'
import { Cursor, Day, Id, Instant, Problem } from './common.ts'
import { Completion } from './completion.ts'
import { Filter, FilterPatch, NewFilter } from './filter.ts'
import { Label, LabelPatch, NewLabel } from './label.ts'
import { List, ListPatch, NewList, NewSection, Section, SectionPatch } from './list.ts'
import { mostNamed } from './operation-limits.ts'
import { route } from './route.ts'
import { NewTask, Task, TaskPatch } from './task.ts'
import { PageView, ViewId, ViewPatch } from './view.ts'

/** `id` makes a repeat harmless; `at` is when the person did it, by their own clock. */
const head = { id: Id, at: Instant }
const verb = <const T extends string>(type: T) =>
  z.strictObject({ ...head, type: z.literal(type), subjectId: Id })
/**
 * Of the subject and its relatives, the tasks that are meant, and no others: what takes an act back names what it had
 * reached. Those that are so already stay so. Without it, the act reaches what it does by itself.
 */
const only = z.array(Id).min(1).max(mostNamed).optional()
const reaching = <const T extends string>(type: T) =>
  z.strictObject({ ...head, type: z.literal(type), subjectId: Id, only })
/** `occurrenceOn` says which one is meant, so that two devices do it once; `doneOn` is the person's day. */
const turning = <const T extends string>(type: T) =>
  z.strictObject({
    ...head,
    type: z.literal(type),
    subjectId: Id,
    occurrenceOn: Day.optional(),
    doneOn: Day.optional(),
  })
const occurrence = <const T extends string>(type: T) =>
  z.strictObject({ ...head, type: z.literal(type), subjectId: Id, occurrenceOn: Day })
const creation = <const T extends string, S extends z.ZodType>(type: T, fields: S) =>
  z.strictObject({ ...head, type: z.literal(type), subjectId: Id, fields })
/** Holds only what the person changed, so that two people changing two fields both keep theirs. */
const update = creation

/**
 * One thing a person did. `subjectId` is the task, list, section, label, filter or page; of something new it is the id that the client
 * made for it, and `fields` needs no `id` of its own.
 */
export const Operation = z
  .discriminatedUnion('type', [
    creation('list.create', NewList),
    update('list.update', ListPatch),
    verb('list.trash'),
    verb('list.restore'),
    creation('section.create', NewSection),
    update('section.update', SectionPatch),
    verb('section.trash'),
    verb('section.restore'),
    creation('label.create', NewLabel),
    update('label.update', LabelPatch),
    verb('label.trash'),
    verb('label.restore'),
    creation('filter.create', NewFilter),
    update('filter.update', FilterPatch),
    verb('filter.trash'),
    verb('filter.restore'),
    creation('task.create', NewTask),
    update('task.update', TaskPatch),
    /** Tasks that are named are completed for good, whether or not they repeat. */
    turning('task.complete').extend({ only }),
    turning('task.skip'),
    occurrence('task.uncomplete'),
    /** An occurrence that was taken back counts again, and the tasks are what they became by it unless changed since. */
    occurrence('task.recomplete'),
    reaching('task.reopen'),
    /** `parentId` is where restoring it alone had taken it from; what is no longer in the same place is not its parent. */
    z.strictObject({ ...head, type: z.literal('task.trash'), subjectId: Id, parentId: Id.optional() }),
    reaching('task.restore'),
    verb('task.purge'),
    z.strictObject({ ...head, type: z.literal('view.set'), subjectId: ViewId, fields: ViewPatch }),
    creation('comment.create', NewComment),
    update('comment.update', CommentPatch),
    verb('comment.trash'),
    verb('comment.restore'),
  ])
  .meta({ id: 'Operation' })

/** Rows as they now are, and the ids of what is gone from a list (moved away or erased) or from the person's sight. */
export const Changes = z
  .strictObject({
    lists: z.array(List),
    sections: z.array(Section),
    labels: z.array(Label),
    filters: z.array(Filter),
    tasks: z.array(Task),
    completions: z.array(Completion),
    views: z.array(PageView),
    comments: z.array(Comment),
    /** A task is gone only if the reader still has it in this very list. */
    goneTasks: z.array(z.strictObject({ id: Id, listId: Id })),
    goneLists: z.array(Id),
  })
  .meta({ id: 'Changes' })

/** Each operation is held against `Operation` by itself, so that one that does not fit refuses none but itself. */
const anyOperation = z.unknown().meta({ $ref: '#/components/schemas/Operation' })
export const Push = z.strictObject({ operations: z.array(anyOperation).min(1).max(100) })
/** `refused` is final: sending it again will not help. */
export const OperationResult = z.strictObject({
  id: z.string(),
  status: z.enum(['applied', 'refused']),
  problem: Problem.optional(),
})
/** An operation without a result was not looked at, because the answer was full: send it again. */
export const Pushed = z
  .strictObject({ results: z.array(OperationResult), changes: Changes })
  .meta({ id: 'Pushed' })
export const Pulled = Changes.extend({
  cursor: Cursor,
  /** There is more: pull again at once. */
  more: z.boolean(),
}).meta({ id: 'Pulled' })

export const syncApi = {
  push: route({
    method: 'POST',
    path: '/api/sync/push',
    summary: 'Send what was done, in order; each is judged by itself',
    body: Push,
    ok: Pushed,
    status: 200,
  }),
  pull: route({
    method: 'GET',
    path: '/api/sync/pull',
    summary: 'What changed since the cursor; without one, everything',
    query: z.strictObject({ cursor: Cursor.optional() }),
    ok: Pulled,
    status: 200,
  }),
}
export type Operation = z.infer<typeof Operation>
export type Changes = z.infer<typeof Changes>
export type Pushed = z.infer<typeof Pushed>
export type Pulled = z.infer<typeof Pulled>
export type OperationResult = z.infer<typeof OperationResult>
