import { z } from 'zod'
import { ById, Cursor, Id, Instant, PageSize } from './common.ts'
import { route } from './route.ts'

const Queue = z.string().regex(/^[a-z][a-z-]{0,39}$/)
const ByQueue = z.strictObject({ queue: Queue })

/** What was given up after its last try; nothing of what it was about. */
export const DeadJob = z
  .strictObject({
    id: Id,
    queue: Queue,
    /** Whose work it was; null where it is from before that was kept. */
    ownerId: Id.nullable(),
    attempts: z.int(),
    /** What the last try said. */
    failure: z.string().nullable(),
    createdAt: Instant,
    /** When it was last to be done. */
    runAt: Instant,
  })
  .meta({ id: 'DeadJob' })

/** How much of a queue is due now, and how much of it was given up. */
export const QueueCount = z
  .strictObject({ queue: Queue, due: z.int(), dead: z.int() })
  .meta({ id: 'QueueCount' })

/** `changed`: with how many it was done now. `more`: there are others, so ask again. */
const Piece = z.strictObject({ changed: z.int(), more: z.boolean() })

/** What administrators see to. */
export const administrationApi = {
  deadJobs: route({
    method: 'GET',
    path: '/api/administration/jobs',
    summary: 'Jobs that were given up, oldest first, and how much of each queue is due and dead',
    access: 'administrator',
    query: z.strictObject({ cursor: Cursor.optional(), limit: PageSize }),
    ok: z.strictObject({
      items: z.array(DeadJob),
      next: z.string().nullable(),
      queues: z.array(QueueCount),
    }),
    status: 200,
  }),
  retryJob: route({
    method: 'POST',
    path: '/api/administration/jobs/:id/retry',
    summary: 'Have one done again, with as many tries as a new one',
    access: 'administrator',
    params: ById,
    status: 204,
  }),
  discardJob: route({
    method: 'DELETE',
    path: '/api/administration/jobs/:id',
    summary: 'Forget one',
    access: 'administrator',
    params: ById,
    status: 204,
  }),
  retryQueue: route({
    method: 'POST',
    path: '/api/administration/queues/:queue/retry',
    summary: 'Have those of a queue done again, up to 500 at a time',
    access: 'administrator',
    params: ByQueue,
    ok: Piece,
    status: 200,
  }),
  discardQueue: route({
    method: 'POST',
    path: '/api/administration/queues/:queue/discard',
    summary: 'Forget those of a queue, up to 500 at a time',
    access: 'administrator',
    params: ByQueue,
    ok: Piece,
    status: 200,
  }),
}
export type DeadJob = z.infer<typeof DeadJob>
export type QueueCount = z.infer<typeof QueueCount>
