import './words.ts'
import { addDays } from '@doable/domain/calendar'
import { describeDay } from '@doable/domain/describe-day'
import type { Expression, Term } from '@doable/domain/query/ast'
import { parseQuery } from '@doable/domain/query/parse'
import { type Period, readPeriod } from '@doable/domain/query/period'
import { useLingui } from '@lingui/react/macro'
import { usePriorityNames } from '../names/use-priority-entries.tsx'
import { writeName } from './name-text.ts'
import { useAsking } from './use-asking.ts'
import { useBuilderWords } from './use-builder-words.ts'

type DayTerm = Extract<Term, { kind: 'day' }>
const isDay = (part: Expression): part is DayTerm => part.kind === 'day'

/** What a term about days says, as its heading: "Due: Today", "Completed: 3 Nov to 9 Nov". */
function useDayTitles() {
  const { t } = useLingui()
  const asking = useAsking()
  const { subjects } = useBuilderWords()
  const periodOf = ({ field, when }: DayTerm) =>
    readPeriod(when, asking, field === 'created' || field === 'completed')
  const say = (day: string) => describeDay(day, asking.now.day, asking.language)
  const words = ({ first, last }: Period) => {
    const [from, to] = [say(first), say(last)]
    return first === last ? from : t`${from} to ${to}`
  }
  const one = (term: DayTerm) => {
    const period = periodOf(term)
    const [subject, day] = [subjects[term.field], period ? words(period) : term.when]
    if (term.is === 'before') return t`${subject} before ${day}`
    return term.is === 'after' ? t`${subject} after ${day}` : t`${subject}: ${day}`
  }
  /** Two terms that leave a stretch of days between them. */
  const between = (terms: readonly DayTerm[]) => {
    const from = terms.find(({ is }) => is === 'after')
    const to = terms.find(({ is }) => is === 'before')
    const [after, before] = [from && periodOf(from), to && periodOf(to)]
    if (terms.length !== 2 || !after || !before || from?.field !== to?.field) return undefined
    const day = words({ first: addDays(after.last, 1), last: addDays(before.first, -1) })
    const subject = subjects[from?.field ?? 'due']
    return t`${subject}: ${day}`
  }
  return { one, between }
}

/** A term as a heading; nothing for one that says more as it is typed. */
function useTermTitle() {
  const { t } = useLingui()
  const days = useDayTitles()
  const priorities = usePriorityNames()
  const flags: Partial<Record<string, string>> = {
    all: t`All tasks`,
    overdue: t`Overdue`,
    completed: t`Completed`,
  }
  return (part: Expression): string | undefined => {
    if (isDay(part)) return days.one(part)
    if (part.kind === 'priority') return priorities[part.priority]
    if (part.kind === 'list') return `#${writeName(part.name)}`
    if (part.kind === 'label') return `@${writeName(part.name)}`
    return part.kind === 'flag' ? flags[part.flag] : undefined
  }
}

/** A query of a few plain terms as the title of its page: "Due: Today", "Overdue"; any other has no name. */
export function useQueryTitle(text: string): string {
  const { t } = useLingui()
  const { between } = useDayTitles()
  const titleOf = useTermTitle()
  const parsed = parseQuery(text)
  const [pane, ...others] = 'query' in parsed ? parsed.query.panes : []
  if (!pane || others.length > 0) return text.trim() ? t`Unsaved filter` : t`All tasks`
  const parts = pane.kind === 'and' ? pane.of : [pane]
  const stretch = parts.every(isDay) ? between(parts.filter(isDay)) : undefined
  if (stretch) return stretch
  const titles = parts.map(titleOf)
  return titles.every((title) => title !== undefined) ? titles.join(', ') : t`Unsaved filter`
}
