import { day as dayWords, number } from '@doable/ui/format'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { plural } from '@lingui/core/macro'
import { type MouseEvent, memo } from 'react'
import { useCalendar } from './calendar-scope.ts'
import { DayLines } from './day-lines.tsx'
import type { Entry } from './entry.ts'
import { Cell } from './grid-parts.tsx'
import css from './month.module.css'
import { useDrop } from './use-drop.ts'

export type MonthDayProps = {
  day: string
  entries: readonly Entry[]
  /** How many lines there is room for. */
  room: number
  /** Belongs to the month that is shown. */
  inside: boolean
  today: boolean
  /** Tab reaches this day. */
  current: boolean
  openId: string | undefined
}

/** What a screen reader hears of a day: its date and how much stands on it. */
export function dayName(day: string, entries: readonly Entry[]): string {
  const count = entries.filter(({ preview }) => !preview).length
  const date = dayWords(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return `${date}, ${plural(count, { 0: 'no tasks', one: '# task', other: '# tasks' })}`
}

/** "23", and at the start of a month "1 Dec". */
export const numberWords = (day: string): string =>
  day.endsWith('-01') ? dayWords(day, { day: 'numeric', month: 'short' }) : number(Number(day.slice(8)))

/** A day of the month: its number, its first tasks, and how many more there are. A click where nothing is adds one. */
export const MonthDay = memo(function MonthDay(props: MonthDayProps) {
  const { day, entries, room, inside, today, current, openId } = props
  const { add } = useCalendar()
  const drop = useDrop({ day })
  const name = dayName(day, entries)
  const press = ({ target }: MouseEvent) => {
    if (target instanceof Element && !target.closest('button, [data-row], [data-preview]')) add({ day })
  }
  return (
    <Cell
      ref={drop.ref}
      className={css.day}
      data-spot={day}
      data-day={day}
      data-outside={!inside || undefined}
      data-drop={drop.over || undefined}
      aria-current={today ? 'date' : undefined}
      tabIndex={current ? 0 : -1}
      onClick={press}
    >
      <VisuallyHidden>{name}</VisuallyHidden>
      <span className={css.number} data-today={today || undefined} aria-hidden="true">
        {numberWords(day)}
      </span>
      <DayLines day={day} entries={entries} room={room} openId={openId} />
    </Cell>
  )
})
