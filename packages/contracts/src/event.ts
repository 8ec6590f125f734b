import { z } from 'zod'
import { Id, Instant } from './common.ts'
import { taskEvents } from './task-event.ts'
import { userEvents } from './user.ts'

/** What `data` of an event holds, by its type: all that services tell each other. */
export const events = { ...userEvents, ...taskEvents }

/** Around the data of every event; `scopeId` is the list or the person that it happened in. */
const envelope = {
  id: Id,
  scopeId: Id.meta({
    description: 'The list or person it happened in; events of one scope come in their order.',
  }),
  subjectId: Id.meta({ description: 'The person, list, task or comment it is about.' }),
  actorId: Id.meta({ description: 'Who did it.' }),
  audience: z.array(Id).meta({ description: 'The people who may know of it.' }),
  at: Instant,
  trace: z
    .string()
    .regex(/^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/)
    .optional()
    .meta({ description: 'The trace of the act it came of, as a `traceparent` (W3C Trace Context).' }),
}

/** An event whole, by its type. */
export const eventOf = (type: keyof typeof events) =>
  z
    .strictObject({ ...envelope, type: z.literal(type), data: events[type] })
    .meta({ id: type, description: events[type].meta()?.description ?? type })

export const eventTypes = Object.keys(events) as (keyof typeof events)[]
