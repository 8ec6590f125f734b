/**
 * What a query says, as its parser gives it and its writer takes it. Nothing is looked up yet: names are what was typed, days
 * are words ("monday"), so that the text of a saved filter means the day on which it is used. `plan.ts` is what comes of it.
 */

/** One pane for each part between commas. */
export type Query = { panes: readonly Expression[] }

export type Expression = Both | Either | Not | Term
/** Two or more. */
export type Both = { kind: 'and'; of: readonly Expression[] }
/** Two or more. */
export type Either = { kind: 'or'; of: readonly Expression[] }
export type Not = { kind: 'not'; of: Expression }

/** A name in pieces with a wildcard between each two: `['Work']` is Work, `['Wo', '']` is `Wo*`, `['', '']` is `*`. */
export type Name = readonly string[]

export const dayFields = ['due', 'deadline', 'start', 'created', 'completed'] as const
export type DayField = (typeof dayFields)[number]
/** `on`: the day, or any day of the period. `before` and `after` leave the day or period itself out. */
export type Relation = 'on' | 'before' | 'after'

export const absences = ['date', 'time', 'deadline', 'start', 'label', 'section', 'priority'] as const
/** `no priority` is `p4`. */
export type Absence = (typeof absences)[number]

/** Words that are terms by themselves. `parent`: has subtasks. `completed` asks about the task itself as it stands. */
export const flags = ['all', 'overdue', 'recurring', 'subtask', 'parent', 'shared', 'completed'] as const
export type Flag = (typeof flags)[number]

/** `others`: somebody, but not me. A person who is really called "me" is written in quotes. */
export const pronouns = ['me', 'others', 'nobody'] as const
export type Pronoun = (typeof pronouns)[number]

export type Term =
  | { kind: 'flag'; flag: Flag }
  | { kind: 'no'; of: Absence }
  /** `#Name`; `##Name` with `whole`: completed tasks too. */
  | { kind: 'list'; name: Name; whole: boolean }
  | { kind: 'section'; name: Name }
  | { kind: 'label'; name: Name }
  | { kind: 'priority'; priority: 1 | 2 | 3 | 4 }
  /** `when` is a phrase that `readPeriod` understands, in small letters with single blanks. */
  | { kind: 'day'; field: DayField; is: Relation; when: string }
  /** Nobody creates a task as `nobody`. */
  | { kind: 'person'; role: 'assigned' | 'created'; who: Pronoun | Name }
  /** All the words are in the title, the notes or a comment. */
  | { kind: 'search'; text: string }
