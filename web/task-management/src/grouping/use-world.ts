import { activeLabels, activeLists } from '@doable/client/list-selectors'
import { peopleOfLists } from '@doable/client/people-selectors'
import { useStore, useView } from '@doable/client/react'
import { useMemo } from 'react'
import { useDay } from '../page/use-time.ts'
import type { World } from './entries.ts'

/** What groups are made of, of all lists or of one. */
export function useWorld(listId?: string): World {
  const now = useDay()
  const me = useStore().personId
  const lists = useView(activeLists)
  const labels = useView(activeLabels)
  const people = useView((view) => peopleOfLists(view, me, listId))
  return useMemo(() => ({ now, lists, labels, people }), [now, lists, labels, people])
}
