import { z } from 'zod'
import { ById, Cursor, Id, Instant } from './common.ts'
import { route } from './route.ts'
import { taskFields } from './task.ts'

/** Where it stands among others is no news. */
const { position: _position, ...told } = taskFields
export const TaskValues = z.strictObject(told).partial().meta({ id: 'TaskValues' })
export const happenings = [
  'created',
  'changed',
  'completed',
  'recurred',
  'skipped',
  'reopened',
  'trashed',
  'restored',
] as const

/** One thing that somebody did to a task. `before` and `after` hold what it made different, ready to be written again. */
export const HistoryEntry = z
  .strictObject({
    id: Id,
    at: Instant,
    actorId: Id,
    kind: z.enum(happenings),
    /** Without what was so in a list that the reader is not in. */
    before: TaskValues,
    after: TaskValues,
  })
  .meta({ id: 'HistoryEntry' })

export const historyApi = {
  history: route({
    method: 'GET',
    path: '/api/tasks/:id/history',
    summary: 'Who did what to a task, the latest first',
    params: ById,
    query: z.strictObject({
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    ok: z.strictObject({ items: z.array(HistoryEntry), next: z.string().nullable() }),
    status: 200,
  }),
}
export type HistoryEntry = z.infer<typeof HistoryEntry>
export type TaskValues = z.infer<typeof TaskValues>
