import { nowAt, type Weekday } from '../calendar.ts'
import { parseQuickAdd, type QuickAddOptions } from '../quick-add.ts'
import type { QuickReminder } from './fields.ts'

/** Wednesday, 18 November 2026, 15:00 in Berlin. */
export const wednesday = nowAt('2026-11-18T14:00:00.000Z', 'Europe/Berlin')

export const ada = { id: 'ada', name: 'Ada Lovelace' }
export const grace = { id: 'grace', name: 'Grace Hopper' }
const alan = { id: 'alan', name: 'Alan Turing' }
const kay = { id: 'kay', name: 'Alan Kay' }

const backlog = { id: 'backlog', name: 'Backlog' }
const progress = { id: 'progress', name: 'In progress' }

/** The names that exist where the sentences are typed. */
export const world = {
  me: ada,
  lists: [
    { id: 'ada', name: 'Inbox', sections: [], members: [ada] },
    { id: 'repairs', name: 'Home repairs', sections: [], members: [ada] },
    { id: 'home', name: 'Home', sections: [{ id: 'kitchen', name: 'Kitchen' }], members: [ada] },
    { id: 'work', name: 'Work', sections: [backlog, progress], members: [ada, grace, alan, kay] },
  ],
  labels: ['Errand', 'waiting for'],
} as const satisfies Partial<QuickAddOptions>

export const parse = (text: string, options: Partial<QuickAddOptions> = {}) =>
  parseQuickAdd(text, { now: wednesday, weekStart: 1 as Weekday, language: 'en', ...world, ...options })

const short = (day: string) => day.replace('2026-', '')
const said = (reminder: QuickReminder) =>
  reminder.kind === 'at'
    ? `!${short(reminder.on)} ${reminder.time}`
    : `!${reminder.minutes}min before ${reminder.of}`

/**
 * What a line becomes, in one line: `title | due day and time | #list /section | @labels | p1 | {deadline} | minutes |
 * rule | +person | !reminders`.
 */
export function shown(text: string, options: Partial<QuickAddOptions> = {}): string {
  const { title, fields } = parse(text, options)
  const { listName, sectionName, labels, priority, dueOn, dueTime, deadlineOn, durationMinutes } = fields
  const { repeatRule, repeatMode, assignee, reminders } = fields
  return [
    title,
    dueOn && (dueTime ? `${short(dueOn)} ${dueTime}` : short(dueOn)),
    listName && `#${listName}`,
    sectionName && `/${sectionName}`,
    ...labels.map((label) => `@${label}`),
    priority && `p${priority}`,
    deadlineOn && `{${short(deadlineOn)}}`,
    durationMinutes && `${durationMinutes}min`,
    repeatRule && (repeatMode === 'completion' ? `after ${repeatRule}` : repeatRule),
    assignee && `+${assignee.name}`,
    ...reminders.map(said),
  ]
    .filter((part) => part !== null)
    .join(' | ')
}
