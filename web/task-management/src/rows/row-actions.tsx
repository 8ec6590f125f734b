import type { Task } from '@doable/contracts/task'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { CalendarDays, Ellipsis, Pencil } from 'lucide-react'
import type { MouseEvent } from 'react'
import { type PopupKind, useScope } from '../page/scope.ts'
import css from './row-actions.module.css'

/** What a row offers under the pointer and while it has the focus. */
export function RowActions({ task, tabIndex }: { task: Task; tabIndex: number }) {
  const { t } = useLingui()
  const { selection, popup } = useScope()
  const show = (kind: PopupKind) => (event: MouseEvent) => popup(kind, [task.id], event.currentTarget)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps presses on the actions from opening the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside take the keys
    <div className={css.actions} onClick={(event) => event.stopPropagation()}>
      <IconButton
        small
        tabIndex={tabIndex}
        label={t`Edit title`}
        keys="e"
        onClick={() => selection.edit(task.id)}
      >
        <Pencil />
      </IconButton>
      <IconButton small tabIndex={tabIndex} label={t`Due date`} keys="d" onClick={show('due')}>
        <CalendarDays />
      </IconButton>
      <IconButton
        small
        tabIndex={tabIndex}
        label={t`More actions`}
        aria-haspopup="menu"
        onClick={show('more')}
      >
        <Ellipsis />
      </IconButton>
    </div>
  )
}
