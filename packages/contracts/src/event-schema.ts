import { z } from 'zod'
import { eventOf, eventTypes } from './event.ts'
import { liveMessages } from './notification.ts'

/** A JSON Schema (2020-12) of anything that is one of these. */
const schemaOf = (title: string, description: string, kinds: z.ZodType[]) => ({
  title,
  description,
  ...z.toJSONSchema(z.union(kinds)),
})

const live = Object.entries(liveMessages).map(([event, data]) =>
  z
    .strictObject({ event: z.literal(event), data })
    .meta({ id: event, description: data.meta()?.description ?? event }),
)

/** Of what the services tell each other. */
export const eventSchema = () =>
  schemaOf('Doable: events', 'What the services tell each other.', eventTypes.map(eventOf))

/** Of what comes over `GET /api/events`. */
export const liveSchema = () =>
  schemaOf('Doable: live news', 'What comes over GET /api/events: the name of an event and its data.', live)
