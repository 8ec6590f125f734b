import type { Task } from '@doable/contracts/task'
import { useMemo } from 'react'
import type { Defaults, Group } from '../lines/group.ts'
import type { PageModel } from '../page/model.ts'
import { useDay } from '../page/use-time.ts'
import { useViewOptions, type ViewOptions } from '../page/view-options.ts'
import { useSorted } from './use-sorted.ts'

const none: readonly Task[] = []

/** A page of tasks from anywhere in one run, without nesting: a label, a search, a filter. `completed` come after the open ones. */
export function useFlatModel(
  key: string,
  tasks: readonly Task[],
  {
    add,
    completed = none,
    initial,
  }: { add?: Defaults; completed?: readonly Task[]; initial?: Partial<ViewOptions> } = {},
): Pick<PageModel, 'key' | 'groups' | 'options' | 'setOptions' | 'showList'> {
  const now = useDay()
  const [options, setOptions] = useViewOptions(key, initial)
  const sorted = useSorted(tasks, options.sort, now)
  const start = add && JSON.stringify(add)
  const groups = useMemo((): Group[] => {
    const open: Group = { id: key, tasks: sorted, ...(start && { add: JSON.parse(start) }) }
    if (completed.length === 0) return [open]
    return [open, { id: `completed ${key}`, heading: { kind: 'completed' }, tasks: completed }]
  }, [key, sorted, completed, start])
  return { key, groups, options, setOptions, showList: true }
}
