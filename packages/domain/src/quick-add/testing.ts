import { nowAt, type Weekday } from '../calendar.ts'
import { parseQuickAdd, type QuickAddOptions } from '../quick-add.ts'

/** Wednesday, 18 November 2026, 15:00 in Berlin. */
export const wednesday = nowAt('2026-11-18T14:00:00.000Z', 'Europe/Berlin')

export const parse = (text: string, options: Partial<QuickAddOptions> = {}) =>
  parseQuickAdd(text, { now: wednesday, weekStart: 1 as Weekday, language: 'en', ...options })

/** What a line becomes, in one line: `title | due day and time | #list /section | @labels | p1 | {deadline} | minutes`. */
export function shown(text: string, options: Partial<QuickAddOptions> = {}): string {
  const { title, fields } = parse(text, options)
  const { listName, sectionName, labels, priority, dueOn, dueTime, deadlineOn, durationMinutes } = fields
  const { repeatRule, repeatMode } = fields
  return [
    title,
    dueOn && (dueTime ? `${dueOn.replace('2026-', '')} ${dueTime}` : dueOn.replace('2026-', '')),
    listName && (sectionName ? `#${listName} /${sectionName}` : `#${listName}`),
    ...labels.map((label) => `@${label}`),
    priority && `p${priority}`,
    deadlineOn && `{${deadlineOn.replace('2026-', '')}}`,
    durationMinutes && `${durationMinutes}min`,
    repeatRule && (repeatMode === 'completion' ? `after ${repeatRule}` : repeatRule),
  ]
    .filter((part) => part !== null)
    .join(' | ')
}
