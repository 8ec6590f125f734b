import { addDays, type Now } from '../calendar.ts'
import { firstOccurrence } from '../recurrence/series.ts'
import type { Here } from './place.ts'
import type { Kind, Person, ReminderWords, Token, Values } from './token.ts'

/** When to tell people, ready to be kept: floating, as the day and time of the task are. */
export type QuickReminder =
  | Extract<ReminderWords, { kind: 'before' }>
  | { kind: 'at'; on: string; time: string; timeZone: null }

export type QuickAddFields = {
  listName: string | null
  sectionName: string | null
  labels: string[]
  /** Null when the line names none. */
  priority: 1 | 2 | 3 | 4 | null
  /** The day of the page where the line says nothing of days. */
  dueOn: string | null
  /** Floating: it means that time wherever its person is. */
  dueTime: string | null
  deadlineOn: string | null
  durationMinutes: number | null
  /** An `RRULE`, with the day it begins as `dueOn`. */
  repeatRule: string | null
  repeatMode: 'schedule' | 'completion' | null
  assignee: Person | null
  reminders: QuickReminder[]
}

/** What contracts allow on a task. */
export const mostLabels = 50
const mostReminders = 20

/** Where a repetition begins: on its first day from today on, from tomorrow on once its time has passed. */
function firstDay({ rule, startOn }: Values['recurrence'], time: string | null, { day, time: clock }: Now) {
  const gone = time !== null && time <= clock
  return firstOccurrence(rule, startOn ?? (gone ? addDays(day, 1) : day)) ?? startOn ?? day
}

const dayOfTime = (time: string, now: Now) => (time > now.time ? now.day : addDays(now.day, 1))

/** The day of the page; with a time alone today only while that is to come. */
function dayHere(time: string | null, now: Now, { dueOn }: Here): string | null {
  if (time === null) return dueOn ?? null
  return dueOn !== undefined && dueOn !== now.day ? dueOn : dayOfTime(time, now)
}

/** Words as they were first written, each once in whatever case. */
function distinctLabels(tokens: readonly Token[]): string[] {
  const labels = new Map<string, string>()
  for (const { kind, value } of tokens) {
    if (kind !== 'label' || labels.has(value.toLowerCase())) continue
    labels.set(value.toLowerCase(), value)
  }
  return [...labels.values()].slice(0, mostLabels)
}

/** A time alone is that of the day the task is due, otherwise the next such time. */
function remindersOf(tokens: readonly Token[], dueOn: string | null, now: Now): QuickReminder[] {
  const reminders = new Map<string, QuickReminder>()
  for (const { kind, value } of tokens) {
    if (kind !== 'reminder') continue
    const each: QuickReminder =
      value.kind === 'before'
        ? { kind: 'before', of: value.of, minutes: value.minutes }
        : { ...value, on: value.on ?? dueOn ?? dayOfTime(value.time, now), timeZone: null }
    reminders.set(JSON.stringify(each), each)
  }
  return [...reminders.values()].slice(0, mostReminders)
}

/** What tokens, at most one of each kind that a task has one of, say of a task. */
export function fieldsOf(tokens: readonly Token[], now: Now, here: Here): QuickAddFields {
  const value = <K extends Kind>(kind: K) =>
    (tokens.find((token) => token.kind === kind) as Token<K> | undefined)?.value ?? null
  const [date, time, repeat] = [value('date'), value('time'), value('recurrence')]
  const ownTime = time ?? date?.time ?? repeat?.time ?? null
  const ownDay = date?.on ?? (repeat && firstDay(repeat, ownTime, now))
  const dueOn = ownDay ?? dayHere(time, now, here)
  const dueTime = ownTime ?? (ownDay === null && here.dueOn ? (here.dueTime ?? null) : null)
  return {
    listName: value('list'),
    sectionName: value('section'),
    labels: distinctLabels(tokens),
    priority: value('priority'),
    dueOn,
    dueTime,
    deadlineOn: value('deadline'),
    durationMinutes: value('duration'),
    repeatRule: repeat?.rule ?? null,
    repeatMode: repeat?.mode ?? null,
    assignee: value('assignee'),
    reminders: remindersOf(tokens, dueOn, now),
  }
}
