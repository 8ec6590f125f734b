import type { Placement } from '@doable/client/placement'
import { announce } from '@doable/ui/announce'
import type { MenuEntry } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'

type Named = { id: string; name: string }

/** One place up or down among its own kind, as entries of a menu: the equal of dragging (WCAG 2.5.7). */
export function useOrderSteps(move: (id: string, to: Placement) => void) {
  const { t } = useLingui()
  /** `all` is asked when it is done, so that it is the order of that moment. */
  return (id: string, all: () => readonly Named[]): MenuEntry[] => {
    const step = (by: 1 | -1) => () => {
      const entries = all()
      const neighbour = entries[entries.findIndex((each) => each.id === id) + by]
      if (!neighbour) return announce(t`It cannot go further.`)
      move(id, by < 0 ? { before: neighbour.id } : { after: neighbour.id })
      const { name } = neighbour
      announce(by < 0 ? t`Moved above ${name}` : t`Moved below ${name}`)
    }
    return [
      { id: 'up', label: t`Move up`, icon: <ArrowUp />, run: step(-1) },
      { id: 'down', label: t`Move down`, icon: <ArrowDown />, run: step(1) },
    ]
  }
}

/** Alt and the arrows carry out the steps of those entries. */
export const stepKeys = (entries: readonly MenuEntry[]) => (event: KeyboardEvent) => {
  const step = { ArrowUp: 'up', ArrowDown: 'down' }[event.key]
  if (!event.altKey || !step) return
  event.preventDefault()
  event.stopPropagation()
  entries.find(({ id }) => id === step)?.run?.()
}
