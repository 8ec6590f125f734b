import type { Task } from '@doable/contracts/task'
import { useMemo, useSyncExternalStore } from 'react'
import { folds } from '../lines/folds.ts'
import { toLines } from '../lines/line.ts'
import type { PageModel } from './model.ts'

const none: readonly Task[] = []

/** A page's groups as the lines that are drawn. */
export function useLines({ groups, subtasks }: PageModel, adding: string | undefined) {
  const folded = useSyncExternalStore(folds.subscribe, folds.all)
  return useMemo(() => {
    const nesting = {
      childrenOf: (id: string) => subtasks?.get(id) ?? none,
      isFolded: (id: string) => folded.has(id),
    }
    return toLines(groups, nesting, adding)
  }, [groups, subtasks, folded, adding])
}
