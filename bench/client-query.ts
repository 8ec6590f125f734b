import { type Asking, panesOf } from '@doable/client/filter-selectors'
import type { Store } from '@doable/client/store'
import type { Task } from '@doable/contracts/task'
import { addDays, nowAt } from '@doable/domain/calendar'
import type { Figure } from './measure.ts'

const asking: Asking = {
  me: 'nobody',
  now: nowAt('2026-06-01T10:00:00.000Z', 'Europe/Berlin'),
  weekStart: 1,
  language: 'en',
}
/** Days are counted from another number in each round, so that nothing is remembered of the one before. */
const terms = (n: number) => `(due before: +${n + 8} days | overdue) & !@w* & !p1 & !recurring & search: a`

/** What a query costs while it is being written, and when something changes that it is about. */
export function queryFigures(
  store: Store,
  all: readonly Task[],
  timed: (work: (round: number) => unknown) => number,
): Figure[] {
  const shown = (text: string) => {
    const panes = panesOf(store.getSnapshot(), text, asking)
    if (!panes?.some(({ length }) => length > 0)) throw new Error(`"${text}" shows nothing`)
  }
  const horizon = addDays(asking.now.day, 8)
  const floor = timed(() => all.filter(({ dueOn }) => dueOn !== null && dueOn < horizon))
  return [
    {
      name: 'a query of six terms, read and run over 10,000 tasks',
      value: timed((n) => shown(terms(n))),
      unit: 'ms',
      floor,
      goal: '25',
    },
    {
      name: 'the same query after a change, 10,000 tasks',
      value: timed((n) => {
        store.updateTask(all[n]?.id ?? '', { priority: 2 + (n % 2) })
        shown(terms(0))
      }),
      unit: 'ms',
      floor,
      goal: '25',
    },
  ]
}
