import { openQuickAdd } from '@doable/ui/events'
import { useMemo, useRef, useState } from 'react'
import type { PageModel } from '../page/model.ts'
import { useDay, useMinute } from '../page/use-time.ts'
import type { CalendarScope, Listed } from './calendar-scope.ts'
import type { Entry } from './entry.ts'
import { monthWeeks, turned, within } from './period.ts'
import type { Spot } from './planning.ts'
import { useCursor } from './use-cursor.ts'
import { scrollToNow } from './use-hours-scroll.ts'
import { usePlanKeys, usePlanSteps } from './use-plan-keys.ts'
import { usePlanner } from './use-planner.ts'
import { cutFor, showsDots, undatedWidth, useShown } from './use-shown.ts'

type Over =
  | { kind: 'list'; listed: Listed; anchor: Element }
  | { kind: 'menu'; entry: Entry; anchor: Element }

/** What a task added on this page starts with, but for its day. Nothing where none can be added. */
function startOf({ start, groups }: PageModel) {
  const add = groups.find((group) => group.add)?.add
  return (
    add && (start ?? { ...(add.listId && { listId: add.listId }), ...(add.labels && { labels: add.labels }) })
  )
}

function addAt(model: PageModel, { day, time }: Spot) {
  const start = startOf(model)
  if (start) openQuickAdd.say({ ...start, dueOn: day, ...(time && { dueTime: time }) })
}

/** What a calendar shares with its days. It stays the same while the page is shown. */
function useCalendarScope(
  model: PageModel,
  choose: (day: string) => void,
  show: (over: Over) => void,
): CalendarScope {
  const planner = usePlanner()
  const latest = useRef({ model, choose })
  latest.current = { model, choose }
  return useMemo(
    () => ({
      planner,
      add: (spot) => addAt(latest.current.model, spot),
      choose: (day) => latest.current.choose(day),
      list: (listed, anchor) => show({ kind: 'list', listed, anchor }),
      menu: (entry, anchor) => show({ kind: 'menu', entry, anchor }),
    }),
    [planner, show],
  )
}

/** Where a calendar is, what it shows, and what is open over it. */
export function useCalendarState(model: PageModel, width: number) {
  const now = useDay()
  const minute = useMinute()
  const place = useCursor({ day: now.day, hour: null })
  const { go } = place
  const [undatedOpen, setUndatedOpen] = useState(false)
  const [over, setOver] = useState<Over>()
  const scroller = useRef<HTMLDivElement>(null)
  const room = width - (undatedOpen && !showsDots(width) ? undatedWidth : 0)
  const cut = cutFor(model.options.calendar, room)
  // A month has no hours.
  const cursor = cut.mode === 'month' ? { day: place.cursor.day, hour: null } : place.cursor
  const narrow = showsDots(room)
  const dots = narrow && cut.mode === 'month'
  const shown = useShown(model, cursor.day, cut, { undatedOpen, dots })
  const follow = (day: string) => go({ ...cursor, day: within(day) })
  const scope = useCalendarScope(model, follow, setOver)
  const steps = usePlanSteps(scope.planner, follow)
  const toToday = () => {
    follow(now.day)
    scrollToNow(scroller.current, minute.time)
  }
  usePlanKeys(steps, cut, toToday)
  return {
    ...{ cursor, go, cut, shown, scope, steps, scroller, undatedOpen, over, toToday },
    narrow,
    dots,
    weeks: useMemo(() => monthWeeks(cursor.day, shown.weekStart), [cursor.day, shown.weekStart]),
    addable: startOf(model) !== undefined,
    turn: (by: 1 | -1) => follow(turned(cursor.day, cut, by)),
    toggleUndated: () => setUndatedOpen(!undatedOpen),
    closeOver: () => setOver(undefined),
  }
}
export type CalendarState = ReturnType<typeof useCalendarState>
