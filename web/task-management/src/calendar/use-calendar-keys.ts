import { addDays, addMonths, startOfWeek, type Weekday } from '@doable/domain/calendar'
import type { KeyboardEvent } from 'react'
import { useScope } from '../page/scope.ts'
import type { CalendarScope } from './calendar-scope.ts'
import type { Entry } from './entry.ts'
import { type Cut, turned, within } from './period.ts'
import { type Cursor, cellName } from './use-cursor.ts'
import { timeOf } from './wall.ts'

type Shown = {
  cut: Cut
  weekStart: Weekday
  cursor: Cursor
  /** The days that are shown, and what stands on them. */
  days: readonly string[]
  entries: ReadonlyMap<string, readonly Entry[]>
  go(cursor: Cursor, focus?: boolean): void
}

/** One step up or down: a week in a month, an hour in a week, whose first hour follows what is all day. */
function upOrDown({ day, hour }: Cursor, by: 1 | -1, { cut }: Shown): Cursor {
  if (cut.mode === 'month') return { day: addDays(day, 7 * by), hour }
  const next = (hour ?? -1) + by
  return { day, hour: next < 0 ? null : Math.min(next, 23) }
}

/** Where a key leads on a date grid (ARIA Authoring Practices); undefined for others. */
function target({ key, shiftKey }: KeyboardEvent, forward: 1 | -1, shown: Shown): Cursor | undefined {
  const { cursor, cut, weekStart } = shown
  const { day, hour } = cursor
  const first = cut.mode === 'week' && cut.days < 7 ? shown.days[0] : startOfWeek(day, weekStart)
  const last =
    cut.mode === 'week' && cut.days < 7 ? shown.days.at(-1) : addDays(startOfWeek(day, weekStart), 6)
  switch (key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      return { day: addDays(day, key === 'ArrowRight' ? forward : -forward), hour }
    case 'ArrowUp':
    case 'ArrowDown':
      return upOrDown(cursor, key === 'ArrowDown' ? 1 : -1, shown)
    case 'Home':
    case 'End':
      return { day: (key === 'Home' ? first : last) ?? day, hour }
    case 'PageUp':
    case 'PageDown': {
      const by = key === 'PageDown' ? 1 : -1
      return { day: shiftKey ? addMonths(day, 12 * by) : turned(day, cut, by), hour }
    }
  }
}

/** The task at the same height on the next day that has any, in one direction. */
function beside(id: string, by: 1 | -1, { days, entries }: Shown): string | undefined {
  const idsOf = (day: string) =>
    (entries.get(day) ?? []).flatMap(({ task, preview }) => (preview ? [] : [task.id]))
  const at = days.findIndex((day) => idsOf(day).includes(id))
  const place = idsOf(days[at] ?? '').indexOf(id)
  for (let next = at + by; at >= 0 && days[next] !== undefined; next += by) {
    const ids = idsOf(days[next] ?? '')
    if (ids.length > 0) return ids[Math.min(place, ids.length - 1)]
  }
}

const isPlain = ({ altKey, ctrlKey, metaKey }: KeyboardEvent) => !altKey && !ctrlKey && !metaKey

/** The keys of a calendar: arrows from day to day or from task to task, Enter lists a day or adds at an hour, q adds. */
export function useCalendarKeys(shown: Shown, { add, list }: Pick<CalendarScope, 'add' | 'list'>) {
  const { selection } = useScope()
  const { cursor, go } = shown

  const spotOf = ({ day, hour }: Cursor) => (hour === null ? { day } : { day, time: timeOf(hour * 60) })
  const onCell = (event: KeyboardEvent<HTMLElement>, cell: HTMLElement, forward: 1 | -1): boolean => {
    const next = target(event, forward, shown)
    if (next) go({ ...next, day: within(next.day) }, true)
    else if (event.key === 'Enter' && cursor.hour === null) list({ day: cursor.day }, cell)
    else if (event.key === 'Enter' || event.key === 'q') add(spotOf(cursor))
    else return false
    return true
  }
  const onTask = ({ key, shiftKey }: KeyboardEvent, forward: 1 | -1): boolean => {
    const { current } = selection
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const to = selection.move(key === 'ArrowDown' ? 1 : -1)
      if (shiftKey && current && to) selection.extend(to, current)
    } else if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const id = current && beside(current, key === 'ArrowRight' ? forward : (-forward as 1 | -1), shown)
      if (id) selection.go(id)
    } else if (key === 'PageUp' || key === 'PageDown')
      go({ ...cursor, day: turned(cursor.day, shown.cut, key === 'PageDown' ? 1 : -1) }, true)
    else return false
    return true
  }
  /** Where a press put the focus is where the arrows go on from. */
  const onFocus = ({ target }: { target: EventTarget }) => {
    if (!(target instanceof HTMLElement) || target.dataset.spot === undefined) return
    const next = {
      day: target.dataset.day ?? cursor.day,
      hour: target.dataset.hour === undefined ? null : Number(target.dataset.hour),
    }
    if (cellName(next) !== cellName(cursor)) go(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event
    if (!isPlain(event) || !(target instanceof HTMLElement)) return
    const forward = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1
    const heard =
      target.dataset.spot !== undefined
        ? onCell(event, target, forward)
        : target.matches('[data-title]') && onTask(event, forward)
    if (heard) event.preventDefault()
  }
  return { onKeyDown, onFocus }
}
