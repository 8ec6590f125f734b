import type { DomainEvent } from './event-log.ts'

/** An event that a service could not handle however often it tried. */
export type DeadLetter = {
  /** The service that could not. */
  group: string
  eventId: string
  type: string
  /** What its last try ended with. */
  reason: string
  /** How often it was tried; null where that was not counted. */
  tries: number | null
  /** When it was put aside: UTC, ISO 8601. */
  at: string
  /** Null where it was erased since; then it can only be discarded. */
  event: DomainEvent | null
}

/**
 * What was put aside, kept for 30 days. Both modes answer alike: in a fleet it is the stream `doable:{events}:dead`, in one
 * process a mark in the tables of handled events, where the running process sees within seconds what another program did.
 */
export interface DeadLetters {
  /** Puts an event aside for a group; doing it again changes nothing. */
  add(group: string, event: DomainEvent, failure: unknown, tries: number): Promise<void>
  /** The newest 1,000, oldest first, of one group or of all. */
  list(group?: string): Promise<DeadLetter[]>
  /** How many there are, of all groups. */
  count(): Promise<number>
  /** Has the group, and no other, try once more. Answers false where there is no such letter or its event was erased. */
  replay(group: string, eventId: string): Promise<boolean>
  /** Forgets it for good: it counts as dealt with. Answers false where there is no such letter. */
  discard(group: string, eventId: string): Promise<boolean>
}

export const mostListed = 1000
export const reasonOf = (failure: unknown): string =>
  String(failure instanceof Error ? failure.message : failure).slice(0, 1000)
