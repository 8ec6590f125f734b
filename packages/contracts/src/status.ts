import { z } from 'zod'
import { Instant } from './common.ts'
import { route } from './route.ts'

const Count = z.int().min(0)
const Seconds = z.number().min(0)
/** Null where it does not answer. */
const Answer = z.strictObject({ milliseconds: z.number().nullable() })
const Waiting = z.strictObject({ events: Count, seconds: Seconds })

/** `waiting` counts what is due later too. `seconds`: how long the job that is due longest has waited. */
const Queue = z
  .strictObject({ queue: z.string(), waiting: Count, due: Count, seconds: Seconds, dead: Count })
  .meta({ id: 'QueueStatus' })
const Channel = z
  .strictObject({ channel: z.string(), sent: Count, waiting: Count, failed: Count })
  .meta({ id: 'ChannelStatus' })

/** How one service is. What cannot be found out now is null; what another service knows is left out. */
export const ServiceStatus = z
  .strictObject({
    service: z.string(),
    /** Which of its processes answers: the machine's name and the number of the process. */
    process: z.string(),
    version: z.string(),
    startedAt: Instant,
    at: Instant,
    memoryBytes: Count,
    database: Answer.extend({ engine: z.string(), bytes: Count.nullable() }),
    /** Left out where none is used. */
    redis: Answer.optional(),
    /** Recorded and not sent yet. */
    outbox: Waiting.nullable(),
    /** Sent and not handled yet; left out where there is no Redis. */
    stream: Waiting.nullable().optional(),
    /** Events that a service could not handle, of all services. */
    putAside: Count.nullable(),
    sessions: Count.nullable(),
    /** Of this process. */
    liveClients: Count,
    /** The disk of the data folder of this process. */
    disk: z.strictObject({ freeBytes: Count, sizeBytes: Count }).nullable(),
    /** When the last good backup ended that this process knows of. */
    backupAt: Instant.nullable(),
    queues: z.array(Queue).nullable().optional(),
    /** Of the last 24 hours. */
    deliveries: z.array(Channel).nullable().optional(),
  })
  .meta({ id: 'ServiceStatus' })

/** Each service answers for itself, as one that is away cannot be asked by another. */
export const statusApi = <S extends string>(service: S) => ({
  status: route({
    method: 'GET',
    path: `/api/administration/status/${service}`,
    summary: 'How this service is, for administrators',
    access: 'administrator',
    ok: ServiceStatus,
    status: 200,
  }),
})
export type ServiceStatus = z.infer<typeof ServiceStatus>
export type QueueStatus = z.infer<typeof Queue>
export type ChannelStatus = z.infer<typeof Channel>
