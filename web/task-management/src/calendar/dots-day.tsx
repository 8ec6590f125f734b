import { number } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { type CSSProperties, memo } from 'react'
import { useCalendar } from './calendar-scope.ts'
import { Cell } from './grid-parts.tsx'
import css from './month.module.css'
import { dayName, type MonthDayProps, numberWords } from './month-day.tsx'
import { useDrop } from './use-drop.ts'

/** Dots that a day shows at most; beyond that it says how many. */
const most = 3

/** A day where there is little room: its number, and a dot for each task or how many there are. Its tasks are listed below. */
export const DotsDay = memo(function DotsDay({ day, entries, inside, today, current }: MonthDayProps) {
  const { choose } = useCalendar()
  const drop = useDrop({ day })
  const name = dayName(day, entries)
  return (
    <Cell
      ref={drop.ref}
      className={css.small}
      data-spot={day}
      data-day={day}
      data-outside={!inside || undefined}
      data-drop={drop.over || undefined}
      aria-current={today ? 'date' : undefined}
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      onClick={() => choose(day)}
    >
      <VisuallyHidden>{name}</VisuallyHidden>
      <span className={css.number} data-today={today || undefined} aria-hidden="true">
        {numberWords(day)}
      </span>
      <span className={css.dots} aria-hidden="true">
        {entries.length > most
          ? number(entries.length)
          : entries.map(({ key, task, preview }) => (
              <span
                key={key}
                data-preview={preview || undefined}
                data-done={task.completedAt !== null || undefined}
                style={{ '--dot': `var(--p${task.priority})` } as CSSProperties}
              />
            ))}
      </span>
    </Cell>
  )
})
