import { openTask } from '@doable/ui/events'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'

/** Says that tasks were added, and leads to the one that was. */
export function useAdded() {
  const { t } = useLingui()
  return (ids: readonly string[]): void => {
    const [id] = ids
    const open = id && ids.length === 1 ? { label: t`Open`, run: () => openTask.say({ id }) } : undefined
    toast({
      text: ids.length === 1 ? t`Task added` : t`${ids.length} tasks added`,
      ...(open && { action: open }),
    })
  }
}
