import './words.ts'
import { describeDay } from '@doable/domain/describe-day'
import type { Term } from '@doable/domain/query/ast'
import { parseQuery } from '@doable/domain/query/parse'
import { readPeriod } from '@doable/domain/query/period'
import { useLingui } from '@lingui/react/macro'
import { usePriorityNames } from '../popups/use-priority-entries.tsx'
import { writeName } from './name-text.ts'
import { useAsking } from './use-asking.ts'
import { useBuilderWords } from './use-builder-words.ts'

type DayTerm = Extract<Term, { kind: 'day' }>

/** A day or period in words. */
function useDayWords() {
  const { t } = useLingui()
  const asking = useAsking()
  return ({ field, when }: DayTerm): string => {
    const period = readPeriod(when, asking, field === 'created' || field === 'completed')
    if (!period) return when
    const say = (day: string) => describeDay(day, asking.now.day, asking.language)
    return period.first === period.last ? say(period.first) : t`${say(period.first)} to ${say(period.last)}`
  }
}

/** A query of a few plain terms as the title of its page: "Due: Today", "Overdue"; any other has none. */
export function useQueryTitle(text: string): string {
  const { t } = useLingui()
  const days = useDayWords()
  const words = useBuilderWords()
  const priorities = usePriorityNames()
  const dayWords = (term: DayTerm) => {
    const [subject, day] = [words.subjects[term.field], days(term)]
    if (term.is === 'before') return t`${subject} before ${day}`
    return term.is === 'after' ? t`${subject} after ${day}` : t`${subject}: ${day}`
  }
  const flagWords = { all: t`All tasks`, overdue: t`Overdue`, completed: t`Completed` }
  const termWords = (term: Term): string | undefined => {
    if (term.kind === 'day') return dayWords(term)
    if (term.kind === 'priority') return priorities[term.priority]
    if (term.kind === 'list') return `#${writeName(term.name)}`
    if (term.kind === 'label') return `@${writeName(term.name)}`
    return term.kind === 'flag' && term.flag in flagWords
      ? flagWords[term.flag as keyof typeof flagWords]
      : undefined
  }
  const parsed = parseQuery(text)
  const [pane, ...others] = 'query' in parsed ? parsed.query.panes : []
  const unnamed = t`Unsaved filter`
  if (!pane || others.length > 0) return text.trim() ? unnamed : t`All tasks`
  const parts = pane.kind === 'and' ? pane.of : [pane]
  const said = parts.map((part) =>
    part.kind === 'and' || part.kind === 'or' || part.kind === 'not' ? undefined : termWords(part),
  )
  return said.every((each) => each !== undefined) ? said.join(', ') : unnamed
}
