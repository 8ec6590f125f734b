import { day as dayWords, time as timeWords } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type MouseEvent, useLayoutEffect } from 'react'
import { useScope } from '../page/scope.ts'
import { useMinute } from '../page/use-time.ts'
import { useRowName } from '../rows/use-row-name.ts'
import { useWantedFocus } from '../rows/use-wanted-focus.ts'
import { useRow } from '../selection/use-row.ts'
import { useCalendar } from './calendar-scope.ts'
import type { Entry } from './entry.ts'

const nothing = { current: false, chosen: false, wanted: false, editing: false }

const comesOn = ({ day, time }: Entry) => [dayWords(day), time && timeWords(time)].filter(Boolean).join(' ')

/** Whether an open task's day, or its time today, has gone by. */
export function useIsLate({ task, day, time, preview }: Entry): boolean {
  const now = useMinute()
  if (preview || day === '' || task.completedAt !== null) return false
  return day < now.day || (day === now.day && time !== null && time < now.time)
}

/**
 * What a line and a block of the same task have in common: how they look, what they are called, what pressing them does.
 * `apart` is one that stands beside those which the keys go through.
 */
export function useEntry(entry: Entry, apart = entry.preview) {
  const { t } = useLingui()
  const { task, preview } = entry
  const { selection, open } = useScope()
  const { menu } = useCalendar()
  const state = useRow(selection, task.id)
  const title = useWantedFocus(apart ? nothing : state, task.id)
  const wanted = state.wanted && !apart
  // An hour or a day may be scrolled out of sight when the keys come to what stands there.
  useLayoutEffect(() => {
    if (wanted) title.current?.scrollIntoView({ block: 'nearest' })
  }, [wanted, title])
  const name = useRowName(task, state.chosen)
  const late = useIsLate(entry)
  const words = task.title
  const comes = preview && comesOn(entry)
  const press = (event: MouseEvent) => {
    if (event.shiftKey && !apart) return selection.extend(task.id)
    if ((event.ctrlKey || event.metaKey) && !apart) return selection.toggle(task.id)
    selection.enter(task.id)
    open(task.id)
  }
  const showMenu = (event: MouseEvent | KeyboardEvent) => {
    if (apart) return
    event.preventDefault()
    menu(entry, event.currentTarget)
  }
  return {
    title,
    editing: state.editing && !apart,
    tabIndex: !preview && (apart || state.current) ? 0 : -1,
    name: preview ? t`${words}, comes again ${comes}` : name,
    /** For the element around it. */
    around: {
      ...(!apart && { 'data-row': task.id }),
      'data-chosen': (state.chosen && !apart) || undefined,
      'data-done': (task.completedAt !== null && !preview) || undefined,
      'data-late': late || undefined,
      'data-preview': preview || undefined,
      onClick: press,
      onContextMenu: showMenu,
      onFocus: () => apart || selection.enter(task.id),
    },
  }
}
