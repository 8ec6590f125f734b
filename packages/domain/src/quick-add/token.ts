/** Somebody whom a task can be assigned to. */
export type Person = { id: string; name: string }

/** When to tell people of the task; `on` is null where the line says a time only. */
export type ReminderWords =
  | { kind: 'before'; of: 'start' | 'due' | 'deadline'; minutes: number }
  | { kind: 'at'; on: string | null; time: string }

/** What each kind of token stands for. */
export type Values = {
  /** A day and perhaps a time `HH:MM`; `vague` when the time comes from words such as "evening". */
  date: { on: string; time: string | null; vague: boolean }
  time: string
  list: string
  section: string
  /** `rule` is an `RRULE`; `startOn` where the line says when it begins. */
  recurrence: {
    rule: string
    mode: 'schedule' | 'completion'
    time: string | null
    startOn: string | null
  }
  label: string
  priority: 1 | 2 | 3 | 4
  /** A day. */
  deadline: string
  /** Minutes. */
  duration: number
  assignee: Person
  reminder: ReminderWords
  /** The backslash that turns what follows it into text. */
  escape: null
}
export type Kind = keyof Values

/** A stretch of the line that was understood: `text` is the line from `start` up to `end`, in UTF-16 units. */
export type Token<K extends Kind = Kind> = {
  [Each in K]: { kind: Each; start: number; end: number; text: string; value: Values[Each] }
}[K]

export function token<K extends Kind>(
  kind: K,
  text: string,
  start: number,
  end: number,
  value: Values[K],
): Token<K> {
  return { kind, start, end, text: text.slice(start, end), value } as Token<K>
}

/** What a pattern finds at a place, and only there (`y`); the place behind it is `end`. */
export function matchAt(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found && { end: at + found[0].length, words: found.groups ?? {} }
}
