import { useStore } from '@doable/client/react'
import type { TaskValues } from '@doable/contracts/history'
import { describeDate } from '@doable/domain/describe-day'
import { currentReader, time } from '@doable/ui/format'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useDurationWords } from '../../names/use-duration-words.ts'
import { useDay } from '../../page/use-time.ts'
import { inSentence, repeatWords } from '../../repeat/repeat-words.ts'
import type { Who } from '../use-people.ts'
import type { Part } from './parts.ts'

type Words = (values: TaskValues) => string

/** What each part is called, and how a value of it reads. */
export function useValueWords(whoIs: (id: string) => Who) {
  const { t } = useLingui()
  const { day: today } = useDay()
  const duration = useDurationWords()
  const place = usePlaceWords()
  const day = (on: string | null | undefined, none: string) =>
    on ? describeDate(on, today, currentReader().language) : none
  const due: Words = ({ dueOn, dueTime }) => {
    const on = dueOn === undefined ? '' : day(dueOn, t`No date`)
    return [on, dueTime ? time(dueTime) : dueTime === null && on === '' ? t`No time` : '']
      .filter(Boolean)
      .join(' ')
  }
  const repeat: Words = ({ repeatRule = null, repeatMode = null }) =>
    inSentence(repeatWords({ repeatRule, repeatMode }) ?? t`Does not repeat`)
  const all: Record<Exclude<Part, 'title' | 'notes'>, [name: string, words: Words]> = {
    due: [t`Due`, due],
    repeat: [t`Repeat`, repeat],
    priority: [t`Priority`, ({ priority = 4 }) => (priority === 4 ? t`None` : `p${priority}`)],
    labels: [t`Labels`, ({ labels = [] }) => labels.map((name) => `@${name}`).join(' ') || t`None`],
    place: [t`Place`, place],
    start: [t`Start`, ({ startOn }) => day(startOn, t`None`)],
    deadline: [t`Deadline`, ({ deadlineOn }) => day(deadlineOn, t`None`)],
    duration: [t`Duration`, ({ durationMinutes }) => (durationMinutes ? duration(durationMinutes) : t`None`)],
    assignee: [t`Assignee`, ({ assigneeId }) => (assigneeId ? whoIs(assigneeId).name : t`Nobody`)],
    reminders: [
      t`Reminders`,
      ({ reminders = [] }) =>
        plural(reminders.length, { 0: 'None', one: '# reminder', other: '# reminders' }),
    ],
  }
  return all
}

/** Where a task was or is: in a list, a section, or below another task. */
function usePlaceWords(): Words {
  const { t } = useLingui()
  const store = useStore()
  return ({ listId, sectionId, parentId }) => {
    const { lists, sections, tasks } = store.getSnapshot()
    const list =
      listId && (lists.get(listId)?.isInbox ? t`Inbox` : (lists.get(listId)?.name ?? t`another list`))
    const section = sectionId ? (sections.get(sectionId)?.name ?? t`a section that is gone`) : undefined
    const parent = parentId && (tasks.get(parentId)?.title ?? t`a task that is gone`)
    const inside = parent ? t`part of ${parent}` : section
    const words = [list, inside].filter(Boolean).join(' / ')
    return words || (sectionId === null ? t`No section` : t`Not part of another task`)
  }
}
