import './words.ts'
import { counts } from '@doable/client/count-selectors'
import { queryContext } from '@doable/client/filter-selectors'
import { sameItems, useView } from '@doable/client/react'
import type { Query } from '@doable/domain/query/ast'
import { useLingui } from '@lingui/react/macro'
import { unknownNames } from './unknown-names.ts'
import { useAsking } from './use-asking.ts'
import { useQueryNames } from './use-query-names.ts'

/** A sentence for each name in a query that means nothing here. */
export function useUnknownNames(query: Query | undefined): readonly string[] {
  const { t } = useLingui()
  const asking = useAsking()
  const { labels } = useQueryNames()
  const unknown = useView((view) => {
    if (!query) return []
    const used = counts(view, asking.now).byLabel.keys()
    return unknownNames(query, queryContext(view, asking), [...labels, ...used]).map(({ kind, name }) => {
      if (kind === 'list') return t`There is no list “${name}”.`
      if (kind === 'section') return t`There is no section “${name}”.`
      if (kind === 'label') return t`There is no label “${name}”.`
      return t`Nobody here is called “${name}”.`
    })
  }, sameItems)
  return unknown
}
