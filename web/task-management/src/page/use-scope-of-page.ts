import { useStore } from '@doable/client/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { makeActs } from '../acts/acts.ts'
import type { Group } from '../lines/group.ts'
import type { Popup } from '../popups/task-popups.tsx'
import { Selection } from '../selection/selection.ts'
import type { Scope } from './scope.ts'
import { useOpenTask } from './use-open-task.ts'

/** When the details close and take the focus along, it goes back to the task they were about. */
function useFocusAfterDetails(selection: Selection, openId: string | undefined) {
  const shown = useRef(openId)
  useEffect(() => {
    const closed = openId === undefined ? shown.current : undefined
    shown.current = openId
    if (closed === undefined || document.activeElement !== document.body) return
    const next = selection.placeOf(closed) >= 0 ? closed : selection.current
    if (next !== undefined) selection.go(next)
  }, [selection, openId])
}

/** What one page of tasks keeps while it is shown: the selection, the open menu, the group in which a task is being added. */
export function useScopeOfPage(groups: readonly Group[]) {
  const store = useStore()
  const { id: openId, open } = useOpenTask()
  const [popup, setPopup] = useState<Popup>()
  const [adding, setAdding] = useState<string>()
  const latest = useRef(groups)
  latest.current = groups
  const scope = useMemo(
    (): Scope => ({
      selection: new Selection(),
      acts: makeActs(store),
      open,
      popup: (kind, ids, anchor) => setPopup({ kind, ids, anchor }),
      add: setAdding,
      groups: latest,
    }),
    [store, open],
  )
  useFocusAfterDetails(scope.selection, openId)
  const closePopup = () => {
    setPopup(undefined)
    // The popup gives the focus back to what opened it; if that went away meanwhile, the current row takes it.
    setTimeout(() => {
      const { current } = scope.selection
      if (current && document.activeElement === document.body) scope.selection.go(current)
    }, 100)
  }
  return { scope, popup, closePopup, adding, openId }
}
