import type { Limit } from './limits.ts'

/** What would have been right at the place of an error. */
export type Expected =
  | 'term'
  | 'operator'
  | 'closing'
  | 'name'
  | 'day'
  | 'person'
  | 'words'
  | 'quote'
  /** A limit that is exceeded. */
  | Limit

/** Where a query stops being one: UTF-16 offsets of its text, and what stands there (empty at its end and where the whole text is too long). */
export type QueryFault = { start: number; end: number; expected: Expected; found: string }
