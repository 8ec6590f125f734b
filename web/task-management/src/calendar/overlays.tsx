import type { Listed } from './calendar-scope.ts'
import { DayList } from './day-list.tsx'
import type { Entry } from './entry.ts'
import { EntryMenu } from './entry-menu.tsx'
import type { CalendarState } from './use-calendar-state.ts'

const none: readonly Entry[] = []

function entriesOf({ day, keys }: Listed, entries: ReadonlyMap<string, readonly Entry[]>): readonly Entry[] {
  if (!keys) return entries.get(day) ?? none
  return [...entries.values()].flat().filter(({ key }) => keys.includes(key))
}

/** What floats over a calendar: the tasks of a day, or what can be done with one. */
export function Overlays({ state, openId }: { state: CalendarState; openId: string | undefined }) {
  const { over, closeOver, shown, addable, steps } = state
  if (over?.kind === 'list')
    return (
      <DayList
        listed={over.listed}
        anchor={over.anchor}
        entries={entriesOf(over.listed, shown.entries)}
        openId={openId}
        addable={addable}
        onClose={closeOver}
      />
    )
  if (over?.kind !== 'menu') return null
  return <EntryMenu id={over.entry.task.id} anchor={over.anchor} steps={steps} onClose={closeOver} />
}
