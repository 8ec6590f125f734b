import type { Now, Weekday } from '../calendar.ts'

type Named = { id: string; name: string }
/** Whose query it is, when, and what its names can mean. */
export type QueryContext = {
  now: Now
  weekStart: Weekday
  /** A BCP 47 tag: whose words are tried first in days. */
  language: string
  /** The person's id. */
  me: string
  /** Lists in use, neither archived nor in the trash nor templates. */
  lists: readonly (Named & { memberCount: number })[]
  /** Sections that are not in the trash. */
  sections: readonly Named[]
  /** Whoever shares a list with the person, and the person. */
  people: readonly Named[]
}
