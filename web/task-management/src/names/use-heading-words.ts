import { useView } from '@doable/client/react'
import { daysBetween } from '@doable/domain/calendar'
import { describeDay } from '@doable/domain/describe-day'
import { currentReader, day } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import type { Heading } from '../lines/group.ts'
import { useDay } from '../page/use-time.ts'

/** What a heading says, and for a day that has a name of its own (Tomorrow, Friday) the date beside it. */
export function useHeadingWords(heading: Heading | undefined): { words: string; aside?: string } {
  const { t } = useLingui()
  const today = useDay().day
  const sectionId = heading?.kind === 'section' ? heading.sectionId : ''
  const section = useView((view) => view.sections.get(sectionId)?.name)
  if (!heading) return { words: t`No section` }
  if (heading.kind === 'section') return { words: section ?? '' }
  if (heading.kind === 'overdue') return { words: t`Overdue` }
  if (heading.kind === 'completed') return { words: t`Completed` }
  if (heading.kind === 'today') return { words: t`Today` }
  const away = daysBetween(today, heading.day)
  if (away >= 7) return { words: day(heading.day) }
  const words = describeDay(heading.day, today, currentReader().language)
  const weekday = away <= 1 ? ({ weekday: 'short' } as const) : {}
  return { words, aside: day(heading.day, { ...weekday, day: 'numeric', month: 'short' }) }
}
