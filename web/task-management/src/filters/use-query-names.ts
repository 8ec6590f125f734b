import { queryContext } from '@doable/client/filter-selectors'
import { activeLabels, activeLists } from '@doable/client/list-selectors'
import { useView } from '@doable/client/react'
import type { QueryNames } from '@doable/domain/query/suggest'
import { useMemo } from 'react'
import { useAsking } from './use-asking.ts'

const namesOf = (all: readonly { name: string }[]) => [...new Set(all.map(({ name }) => name))]

/** The names there are, to be offered while a query is written. */
export function useQueryNames(): QueryNames {
  const asking = useAsking()
  const lists = useView(activeLists)
  const labels = useView(activeLabels)
  const { sections, people } = useView((view) => queryContext(view, asking))
  const { language } = asking
  return useMemo(
    () => ({
      lists: namesOf(lists),
      sections: namesOf(sections),
      labels: namesOf(labels),
      people: namesOf(people),
      language,
    }),
    [lists, labels, sections, people, language],
  )
}
