import { activeLists } from '@doable/client/list-selectors'
import type { Store } from '@doable/client/store'

/** One place up or down among the person's lists; nothing at the ends. */
export function moveList(store: Store, id: string, by: 1 | -1): void {
  const ids = activeLists(store.getSnapshot())
    .filter((each) => !each.isInbox)
    .map((each) => each.id)
  const neighbour = ids[ids.indexOf(id) + by]
  if (neighbour) store.moveList(id, by < 0 ? { before: neighbour } : { after: neighbour })
}
