import type { Store } from '@doable/client/store'
import { toast } from '@doable/ui/toast'
import { t } from '@lingui/core/macro'

/** Does something and says so, with a button that takes this very step back, whatever is done since. Silent if nothing changed. */
export function undoable(store: Store, act: () => void, text: string): void {
  const before = store.lastStep
  act()
  const step = store.lastStep
  if (!step || step === before) return
  toast({ text, action: { label: t`Undo`, keys: 'mod+z', run: () => void store.undo(step) } })
}
