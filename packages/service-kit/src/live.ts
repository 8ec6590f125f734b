export type Listener = {
  /** What was published, as JSON brought it. */
  hear(message: unknown): void
  /** Something may have been published that did not get here: whoever depends on it asks again. */
  missed?(): void
}

/** Tells open clients at once; what is missed here they learn from their next pull, so nothing is kept. */
export interface Live {
  /** Never fails: a message that cannot be sent is as one that was missed. @param message anything JSON can hold */
  publish(personIds: Iterable<string>, message: unknown): void
  /** Answers the function that ends it. */
  subscribe(personId: string, listener: Listener): () => void
  /** How many listen in this process, of one person or of all. */
  count(personId?: string): number
  close(): void
}
