import { useStore } from '@doable/client/react'
import { useEffect } from 'react'
import { makeActs } from '../acts/acts.ts'
import { carriedList, carriedTasks, targetOf } from './tasks-drag.ts'
import { withDrag } from './with-drag.ts'

/** Carries out what is dropped on a list of the navigation: tasks go into it, another list goes before or behind it. */
export function useListDrops(): void {
  const store = useStore()
  useEffect(
    () =>
      withDrag(({ monitorForElements, dropOf }) =>
        monitorForElements({
          onDrop({ source, location }) {
            const data = location.current.dropTargets[0]?.data
            const target = data && targetOf(data)
            if (!data || target?.kind !== 'list') return
            const name = store.getSnapshot().lists.get(target.listId)?.name
            const ids = carriedTasks(source.data)
            const place = { listId: target.listId, sectionId: null, parentId: null }
            if (ids) return makeActs(store).move(ids, place, name)
            const listId = carriedList(source.data)
            const edge = dropOf(data) === 'before' ? 'before' : 'after'
            if (listId) store.moveList(listId, { [edge]: target.listId })
          },
        }),
      ),
    [store],
  )
}
