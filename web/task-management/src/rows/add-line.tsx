import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { QuickAdd } from '../adding/quick-add.tsx'
import { useAdded } from '../adding/use-added.ts'
import type { Group } from '../lines/group.ts'
import { useScope } from '../page/scope.ts'
import quickAdd from '../quick-add/quick-add.module.css'
import css from './add-line.module.css'

/** The last line of a group: asks for a task, then takes one after the other. */
export function AddLine({
  group,
  open,
  role = 'listitem',
}: {
  group: Group
  open: boolean
  /** In a table it is a cell. */
  role?: 'listitem' | 'gridcell'
}) {
  const { t } = useLingui()
  const { add, groups } = useScope()
  const added = useAdded()
  const shows = (id: string) => groups.current.some(({ tasks }) => tasks.some((task) => task.id === id))
  /** What was typed may be nothing for this page: then the task is elsewhere, and that is said. */
  const tell = (ids: string[]) => setTimeout(() => ids.some(shows) || added(ids), 200)
  const close = () => {
    const line = document.activeElement?.closest('[data-add]')
    add(undefined)
    setTimeout(() => line?.querySelector<HTMLElement>('button')?.focus())
  }
  return (
    <div role={role} data-add>
      {open && group.add ? (
        <div className={quickAdd.inline}>
          <QuickAdd defaults={group.add} onClose={close} onAdded={tell} />
        </div>
      ) : (
        <button type="button" className={css.add} onClick={() => add(group.id)}>
          <Plus />
          {t`Add task`}
        </button>
      )}
    </div>
  )
}
