import { useStore } from '@doable/client/react'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { putInto } from '../acts/put-into.ts'
import type { Scope } from '../page/scope.ts'
import type { Drop } from './drag-library.ts'
import { carriedTasks, type DropTarget, targetOf } from './tasks-drag.ts'
import { withDrag } from './with-drag.ts'

const groupOf = ({ groups }: Scope, id: string) => groups.current.find((group) => group.id === id)

/** Carries out what was dropped on a page: on a row before, behind or below it, on a group into it. */
export function useDrops(scope: Scope, movable: boolean): void {
  const { t } = useLingui()
  const store = useStore()
  const drop = (ids: string[], target: DropTarget, where: Drop | undefined) => {
    if (target.kind === 'list') return
    const group = groupOf(scope, target.groupId)
    if (target.kind === 'group') return putInto(scope.acts, ids, group?.into)
    if (where === 'below') return scope.acts.move(ids, { parentId: target.id })
    const stays = ids.every((id) => group?.tasks.some((task) => task.id === id))
    const isPlace = group?.into && 'listId' in group.into
    if (!stays && (!movable || (group?.into && !isPlace))) return putInto(scope.acts, ids, group?.into)
    if (!movable) return void toast(t`Tasks can be reordered where they are sorted by your own order.`)
    const parentId = store.getSnapshot().tasks.get(target.id)?.parentId ?? null
    const into = group?.into && 'listId' in group.into ? group.into : {}
    scope.acts.move(ids, { ...into, parentId, [where === 'before' ? 'before' : 'after']: target.id })
  }
  const latest = useRef(drop)
  latest.current = drop
  useEffect(
    () =>
      withDrag(({ monitorForElements, dropOf }) =>
        monitorForElements({
          canMonitor: ({ source }) => carriedTasks(source.data) !== undefined,
          onDrop({ source, location }) {
            const data = location.current.dropTargets[0]?.data
            const target = data && targetOf(data)
            if (target) latest.current(carriedTasks(source.data) ?? [], target, dropOf(data))
          },
        }),
      ),
    [],
  )
}
