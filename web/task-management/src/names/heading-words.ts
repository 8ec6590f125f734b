import { namesOfPeople } from '@doable/client/people-selectors'
import type { View } from '@doable/client/view'
import { daysBetween } from '@doable/domain/calendar'
import { describeDay } from '@doable/domain/describe-day'
import { currentReader, day } from '@doable/ui/format'
import { t } from '@lingui/core/macro'
import type { Heading } from '../lines/group.ts'

type Words = { words: string; aside?: string }
type Lacking = Extract<Heading, { kind: 'lacking' }>['what']

/** A day, and where it has a name of its own (Tomorrow, Friday) the date beside it. */
function dayWords(on: string, today: string): Words {
  const away = daysBetween(today, on)
  if (away >= 7 || away < -1) return { words: day(on) }
  const words = describeDay(on, today, currentReader().language)
  const weekday = Math.abs(away) <= 1 ? ({ weekday: 'short' } as const) : {}
  return { words, aside: day(on, { ...weekday, day: 'numeric', month: 'short' }) }
}

const lackingWords = (what: Lacking): string =>
  ({ date: t`No date`, label: t`No label`, assignee: t`Nobody` })[what]

const paneWords = ({ text, above }: Extract<Heading, { kind: 'pane' }>): Words =>
  above === 0 ? { words: text } : { words: text, aside: t`${above} more further up` }

const priorityWords = (priority: number): string =>
  priority === 4 ? t`No priority` : t`Priority ${priority}`

const listWords = ({ lists }: View, id: string): string => {
  const list = lists.get(id)
  return list?.isInbox ? t`Inbox` : (list?.name ?? '')
}

/** What a heading says; without one the group is that of what is in no section. */
export function headingWords(heading: Heading | undefined, view: View, today: string): Words {
  if (!heading) return { words: t`No section` }
  switch (heading.kind) {
    case 'section':
      return { words: view.sections.get(heading.sectionId)?.name ?? '' }
    case 'day':
      return dayWords(heading.day, today)
    case 'overdue':
      return { words: t`Overdue` }
    case 'completed':
      return { words: t`Completed` }
    case 'today':
      return { words: t`Today` }
    case 'priority':
      return { words: priorityWords(heading.priority) }
    case 'label':
      return { words: `@${heading.name}` }
    case 'list':
      return { words: listWords(view, heading.listId) }
    case 'person':
      return { words: namesOfPeople(view).get(heading.personId) || t`Me` }
    case 'pane':
      return paneWords(heading)
    case 'lacking':
      return { words: lackingWords(heading.what) }
  }
}
