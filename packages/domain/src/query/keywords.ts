import type { Absence, DayField, Flag, Relation, Term } from './ast.ts'
import { absences, dayFields, flags } from './ast.ts'

/** Terms of words alone, by how they are typed: "no label", "p1". */
export const wordTerms: ReadonlyMap<string, Term> = new Map<string, Term>([
  ...([1, 2, 3, 4] as const).map((priority): [string, Term] => [
    `p${priority}`,
    { kind: 'priority', priority },
  ]),
  ...flags.map((flag): [string, Term] => [flag, { kind: 'flag', flag }]),
  ['repeating', { kind: 'flag', flag: 'recurring' satisfies Flag }],
  ...absences.map((of: Absence): [string, Term] => [`no ${of}`, { kind: 'no', of }]),
])

type Keyword =
  | { kind: 'day'; field: DayField; is: Relation }
  | { kind: 'person'; role: 'assigned' | 'created' }
  | { kind: 'search' }

/** What stands before a colon, without it. */
export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ...dayFields.flatMap((field): [string, Keyword][] => [
    [field, { kind: 'day', field, is: 'on' }],
    [`${field} on`, { kind: 'day', field, is: 'on' }],
    [`${field} before`, { kind: 'day', field, is: 'before' }],
    [`${field} after`, { kind: 'day', field, is: 'after' }],
  ]),
  ['assigned to', { kind: 'person', role: 'assigned' }],
  ['created by', { kind: 'person', role: 'created' }],
  ['search', { kind: 'search' }],
])

/** Words as they are compared: in small letters, with single blanks. */
export const plainWords = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase()
