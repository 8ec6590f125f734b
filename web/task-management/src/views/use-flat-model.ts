import type { Task } from '@doable/contracts/task'
import { useMemo } from 'react'
import { flatGroups } from '../grouping/flat-groups.ts'
import { useWorld } from '../grouping/use-world.ts'
import type { Defaults, Group } from '../lines/group.ts'
import { mixedGroupings } from '../page/layouts.ts'
import type { PageModel } from '../page/model.ts'
import { useDay } from '../page/use-time.ts'
import { useViewOptions, type ViewOptions } from '../page/view-options.ts'
import { useSorted } from './use-sorted.ts'

const none: readonly Task[] = []

/** A page of tasks from anywhere, without nesting: a label, a search, a filter. `completed` come after the open ones. */
export function useFlatModel(
  key: string,
  tasks: readonly Task[],
  {
    add,
    completed = none,
    initial,
  }: { add?: Defaults; completed?: readonly Task[]; initial?: Partial<ViewOptions> } = {},
): Pick<PageModel, 'key' | 'groups' | 'options' | 'setOptions' | 'showList' | 'groupings'> {
  const now = useDay()
  const world = useWorld()
  const [options, setOptions] = useViewOptions(key, initial)
  const { sort, descending, groupBy } = options
  const sorted = useSorted(tasks, sort, now, descending)
  const start = add && JSON.stringify(add)
  const groups = useMemo((): Group[] => {
    const base = { key, add: start === undefined ? undefined : (JSON.parse(start) as Defaults) }
    return flatGroups({ open: sorted, completed, groupBy, world, base })
  }, [key, sorted, completed, start, groupBy, world])
  return { key, groups, options, setOptions, showList: true, groupings: mixedGroupings }
}
