import { useView } from '@doable/client/react'
import { describeDay } from '@doable/domain/describe-day'
import { currentReader, time } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import type { Defaults } from '../lines/group.ts'
import { useDurationWords } from '../names/use-duration-words.ts'
import { useListName } from '../names/use-list-name.ts'
import { useDay } from '../page/use-time.ts'
import { repeatWords } from '../repeat/repeat-words.ts'
import { dueOf } from './due-of.ts'
import type { QuickAddState } from './use-quick-add.ts'

const has = (names: string[], name: string) => names.some((each) => each.toLowerCase() === name.toLowerCase())

/** Where the task will be: the place that was typed, new ones named as new, otherwise the place where it is added. */
function usePlaceWords({ parsed, names }: QuickAddState, defaults: Defaults): string {
  const { t } = useLingui()
  const { listName, sectionName } = parsed.fields
  const inbox = useView((view) => [...view.lists.values()].find(({ isInbox }) => isInbox)?.id)
  const list = useListName(useView((view) => view.lists.get(defaults.listId ?? inbox ?? '')))
  const section = useView((view) => view.sections.get(defaults.sectionId ?? '')?.name)
  if (listName === null) return section ? t`in ${list} / ${section}` : t`in ${list}`
  if (!has(names.lists, listName))
    return sectionName ? t`in the new list ${listName} / ${sectionName}` : t`in the new list ${listName}`
  if (sectionName === null) return t`in ${listName}`
  return has(names.sections, sectionName)
    ? t`in ${listName} / ${sectionName}`
    : t`in ${listName} / new section ${sectionName}`
}

/** What will be made, in a line of words: "Tomorrow 17:00, in Work / Backlog, @errand". */
export function useWords(state: QuickAddState, defaults: Defaults): string {
  const { t } = useLingui()
  const today = useDay().day
  const duration = useDurationWords()
  const { fields } = state.parsed
  const dayWords = (day: string) => describeDay(day, today, currentReader().language)
  const { dueOn, dueTime } = dueOf(fields, defaults)
  const due = dueOn && [dayWords(dueOn), dueTime && time(dueTime)].filter(Boolean).join(' ')
  const labels = defaults.label ? [...new Set([...fields.labels, defaults.label])] : fields.labels
  const labelWords = labels.map((name) =>
    has(state.names.labels, name) ? `@${name}` : t`new label @${name}`,
  )
  const { priority, deadlineOn, durationMinutes } = fields
  const parts = [
    due,
    repeatWords(fields),
    deadlineOn && t`deadline ${dayWords(deadlineOn)}`,
    durationMinutes && duration(durationMinutes),
    usePlaceWords(state, defaults),
    ...labelWords,
    priority && t`priority ${priority}`,
  ]
  return parts.filter(Boolean).join(', ')
}
