import type { Step } from '@doable/client/history'
import type { Store } from '@doable/client/store'
import { announce } from '@doable/ui/announce'
import { toast } from '@doable/ui/toast'
import { t } from '@lingui/core/macro'

/** Takes the message about a step away. */
const dismissals = new WeakMap<Step, () => void>()

/** Does something and says so, with a button that takes this very step back, whatever is done since. Silent if nothing changed. */
export function undoable(store: Store, act: () => void, text: string | (() => string)): void {
  const before = store.lastStep
  act()
  const step = store.lastStep
  if (!step || step === before) return
  const run = () => void store.undo(step)
  dismissals.set(
    step,
    toast({ text: typeof text === 'string' ? text : text(), action: { label: t`Undo`, keys: 'mod+z', run } }),
  )
}

/** Takes the newest step back; its message goes with it. */
export function undo(store: Store): void {
  const step = store.undo()
  if (step) dismissals.get(step)?.()
  announce(step ? t`Undone` : t`There is nothing to undo.`)
}

export function redo(store: Store): void {
  announce(store.redo() ? t`Done again` : t`There is nothing to do again.`)
}
