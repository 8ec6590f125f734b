import type { Task } from '@doable/contracts/task'
import type { ViewSort } from '@doable/contracts/view'
import type { Now } from '@doable/domain/calendar'
import { viewComparator } from '@doable/domain/view-sorting'
import { currentReader } from '@doable/ui/format'
import { useRef } from 'react'
import { useSortNames } from '../names/use-sort-names.ts'

type Compare<T> = (a: T, b: T) => number

/** Where an item belongs in an ordered array, found by halves. */
function placeIn<T>(ordered: readonly T[], item: T, compare: Compare<T>): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(ordered[middle] as T, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Above this many new items sorting all is cheaper than putting each into its place. */
const few = 50

const isOrdered = <T>(items: readonly T[], compare: Compare<T>) =>
  items.every((item, at) => at === 0 || compare(items[at - 1] as T, item) <= 0)

/** The items in order, starting from an earlier order of most of them: one change among 10,000 costs no sorting. */
export function resorted<T>(before: readonly T[], items: readonly T[], compare: Compare<T>): readonly T[] {
  if (isOrdered(items, compare)) return items
  const left = new Set(items)
  const ordered = before.filter((item) => left.delete(item))
  if (left.size > few) return [...items].sort(compare)
  for (const item of left) ordered.splice(placeIn(ordered, item, compare), 0, item)
  return ordered
}

/** Tasks as a page sorts them; the same array until they or the order change. */
export function useSorted(
  tasks: readonly Task[],
  sort: ViewSort,
  now: Now,
  descending = false,
): readonly Task[] {
  const { language } = currentReader()
  const { names, version } = useSortNames(sort)
  const key = `${sort} ${descending} ${now.day} ${now.zone} ${language} ${version}`
  const last = useRef<{ key: string; tasks: readonly Task[]; ordered: readonly Task[] }>(undefined)
  const known = last.current?.key === key ? last.current : undefined
  if (known?.tasks === tasks) return known.ordered
  const ordered = resorted(
    known?.ordered ?? [],
    tasks,
    viewComparator({ sort, descending }, { now, locale: language, names }),
  )
  last.current = { key, tasks, ordered }
  return ordered
}
