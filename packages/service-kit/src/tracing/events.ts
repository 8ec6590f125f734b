import type { DomainEvent } from '../event-log.ts'
import { newTrace, readTrace, type Trace, traceparent } from './trace.ts'
import type { About, Span, Tracing } from './tracing.ts'

/** What an event that comes from elsewhere is a part of. */
export const traceOfEvent = ({ trace }: DomainEvent): Trace => readTrace(trace) ?? newTrace()

export const aboutHandling = (service: string, { type, id }: DomainEvent): About => ({
  name: `handle ${type}`,
  kind: 'consumer',
  attributes: { 'messaging.operation.name': 'handle', 'messaging.message.id': id, 'doable.service': service },
})

const aboutSending = (service: string, { type, id }: DomainEvent): About => ({
  name: `send ${type}`,
  kind: 'producer',
  attributes: { 'messaging.operation.name': 'send', 'messaging.message.id': id, 'doable.service': service },
})

/** Sends events, each as a span below the act that it tells of; whoever handles it goes on from there. */
export async function sendTraced(
  tracing: Tracing,
  service: string,
  events: DomainEvent[],
  send: (events: DomainEvent[]) => Promise<void>,
): Promise<void> {
  if (!tracing.exports) return send(events)
  const spans: Span[] = []
  const end = (error?: unknown) => {
    for (const span of spans) span.end(error)
  }
  const sent = events.map((event) => {
    const parent = readTrace(event.trace)
    if (!parent) return event
    const span = tracing.begin(aboutSending(service, event), parent)
    spans.push(span)
    return { ...event, trace: traceparent(span.trace) }
  })
  try {
    await send(sent)
    end()
  } catch (error) {
    end(error)
    throw error
  }
}
