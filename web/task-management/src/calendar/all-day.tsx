import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { type MouseEvent, memo } from 'react'
import { useCalendar } from './calendar-scope.ts'
import { DayLines, mostLines } from './day-lines.tsx'
import type { Entry } from './entry.ts'
import { Cell } from './grid-parts.tsx'
import { dayName } from './month-day.tsx'
import { useDrop } from './use-drop.ts'
import css from './week.module.css'

/** What is due on a day without a time, above its hours. A click where nothing is adds one. */
export const AllDay = memo(function AllDay({
  day,
  entries,
  current,
  today,
  openId,
}: {
  day: string
  entries: readonly Entry[]
  current: boolean
  today: boolean
  openId: string | undefined
}) {
  const { add } = useCalendar()
  const drop = useDrop({ day, time: null })
  const name = dayName(day, entries)
  const press = ({ target }: MouseEvent) => {
    if (target instanceof Element && !target.closest('button, [data-row], [data-preview]')) add({ day })
  }
  return (
    <Cell
      ref={drop.ref}
      className={css.lane}
      data-spot={day}
      data-day={day}
      data-drop={drop.over || undefined}
      aria-current={today ? 'date' : undefined}
      tabIndex={current ? 0 : -1}
      onClick={press}
    >
      <VisuallyHidden>{name}</VisuallyHidden>
      <DayLines day={day} entries={entries} room={mostLines + 1} openId={openId} />
    </Cell>
  )
})
