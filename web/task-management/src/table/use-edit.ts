import type { ViewColumn } from '@doable/contracts/view'
import { useCallback } from 'react'
import { type PopupKind, useScope } from '../page/scope.ts'
import { hasEditor } from './cell-editor.tsx'
import type { Cursor } from './cursor.ts'

/** The columns whose values rows anywhere change by a menu of the page. */
const popups: Partial<Record<ViewColumn, PopupKind>> = {
  due: 'due',
  labels: 'labels',
  list: 'move',
  repeat: 'repeat',
}

/** Begins to change a cell: in place, by a menu, or in the task's details where it cannot be changed by itself. */
export function useEdit(cursor: Cursor) {
  const { selection, acts, popup, open } = useScope()
  return useCallback(
    (id: string, column: ViewColumn, cell: HTMLElement) => {
      const kind = popups[column]
      if (column === 'title') acts.ifAllowed([id], () => selection.edit(id))
      else if (kind) acts.ifAllowed(selection.targets(id), (ids) => popup(kind, ids, cell))
      else if (hasEditor(column)) acts.ifAllowed([id], () => cursor.edit({ id, column, anchor: cell }))
      else open(id)
    },
    [cursor, selection, acts, popup, open],
  )
}
