import { day as dayWords, number } from '@doable/ui/format'
import { useLingui } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import { useScope } from '../page/scope.ts'
import { linesOf } from './blocks.ts'
import { useCalendar } from './calendar-scope.ts'
import css from './day-lines.module.css'
import type { Entry } from './entry.ts'
import { EntryLine } from './entry-line.tsx'

/** Lines that a day shows at most; what is more is told by a number. */
export const mostLines = 4

/** The lines that fit, with the task that the person is at among them. */
function useLines(entries: readonly Entry[], room: number) {
  const { selection } = useScope()
  const all = entries.length <= Math.min(room, mostLines)
  const kept = useSyncExternalStore(selection.subscribe, () => {
    const { current } = selection
    return !all && entries.some(({ key }) => key === current) ? current : undefined
  })
  const fit = all ? entries.length : Math.max(1, Math.min(room - 1, mostLines))
  return linesOf(entries, fit, ({ key }) => key === kept)
}

/** The first tasks of a day, and how many more there are, which lists them all. */
export function DayLines({
  day,
  entries,
  room,
  openId,
}: {
  day: string
  entries: readonly Entry[]
  /** How many lines there is room for. */
  room: number
  openId: string | undefined
}) {
  const { t } = useLingui()
  const { list } = useCalendar()
  const { shown, rest } = useLines(entries, room)
  const date = dayWords(day)
  const count = rest.length
  return (
    <>
      {shown.map((entry) => (
        <EntryLine key={entry.key} entry={entry} open={entry.task.id === openId} />
      ))}
      {rest.length > 0 && (
        <button
          type="button"
          className={css.rest}
          tabIndex={-1}
          aria-haspopup="dialog"
          aria-label={t`${count} more on ${date}`}
          onClick={({ currentTarget }) => list({ day }, currentTarget)}
        >
          +{number(rest.length)}
        </button>
      )}
    </>
  )
}
