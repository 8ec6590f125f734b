import { activeLabels } from '@doable/client/list-selectors'
import { useStore } from '@doable/client/react'
import type { MenuEntry } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'

/** One place up or down among the labels, as entries of a menu; nothing for a word that is no label of the person's own. */
export function useLabelSteps(id: string | undefined): MenuEntry[] {
  const { t } = useLingui()
  const store = useStore()
  if (!id) return []
  const move = (by: 1 | -1) => () => {
    const ids = activeLabels(store.getSnapshot()).map((label) => label.id)
    const neighbour = ids[ids.indexOf(id) + by]
    if (neighbour) store.moveLabel(id, by < 0 ? { before: neighbour } : { after: neighbour })
  }
  return [
    { id: 'up', label: t`Move up`, icon: <ArrowUp />, run: move(-1) },
    { id: 'down', label: t`Move down`, icon: <ArrowDown />, run: move(1) },
  ]
}
