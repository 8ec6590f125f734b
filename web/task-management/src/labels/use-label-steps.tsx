import { activeLabels } from '@doable/client/list-selectors'
import { useStore } from '@doable/client/react'
import type { MenuEntry } from '@doable/ui/menu'
import { useOrderSteps } from '../sidebar/use-order-steps.tsx'

/** One place up or down among the labels, as entries of a menu; nothing for a word that is no label of the person's own. */
export function useLabelSteps(id: string | undefined): MenuEntry[] {
  const store = useStore()
  const stepsOf = useOrderSteps((each, to) => store.moveLabel(each, to))
  return id ? stepsOf(id, () => activeLabels(store.getSnapshot())) : []
}
