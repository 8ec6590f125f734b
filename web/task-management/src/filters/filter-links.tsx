import './words.ts'
import { countOfQuery } from '@doable/client/filter-selectors'
import { useLateView } from '@doable/client/late-view'
import { useStore, useView } from '@doable/client/react'
import { activeFilters, favoriteFilters } from '@doable/client/saved-filter-selectors'
import type { Filter } from '@doable/contracts/filter'
import { taskLink } from '@doable/domain/task-link'
import { IconButton } from '@doable/ui/icon-button'
import { useLingui } from '@lingui/react/macro'
import { ListFilter, Plus } from 'lucide-react'
import { useNavigate } from 'react-router'
import { OrderedLink } from '../sidebar/ordered-link.tsx'
import { Part } from '../sidebar/part.tsx'
import { FilterActions, useFilterSteps } from './filter-actions.tsx'
import { useAsking } from './use-asking.ts'

function FilterLink({ filter }: { filter: Filter }) {
  const store = useStore()
  const asking = useAsking()
  const { id, query } = filter
  return (
    <OrderedLink
      kind={filter.favorite ? 'favorite' : 'filter'}
      thing={filter}
      to={taskLink({ view: 'filter', id })}
      mark={<ListFilter />}
      count={useLateView((view) => countOfQuery(view, query, asking), [query, ...Object.values(asking)])}
      steps={useFilterSteps(filter)}
      move={(carried, to) => store.moveFilter(carried, to)}
      menu={<FilterActions small filter={filter} />}
    />
  )
}

const linksOf = (filters: readonly Filter[]) =>
  filters.map((filter) => <FilterLink key={filter.id} filter={filter} />)

/** The person's filters in their order, and a way to make one. */
export function FilterLinks() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const filters = useView(activeFilters).filter(({ favorite }) => !favorite)
  const add = (
    <IconButton
      small
      label={t`Add filter`}
      onClick={() => void navigate(taskLink({ view: 'filter', id: 'new' }))}
    >
      <Plus />
    </IconButton>
  )
  return (
    <Part name="filters" title={t`Filters`} action={add}>
      {linksOf(filters)}
    </Part>
  )
}

/** The filters a person wants at hand, at the top of what is their own; nothing while there are none. */
export function FavoriteLinks() {
  const { t } = useLingui()
  const favorites = useView(favoriteFilters)
  if (favorites.length === 0) return null
  return (
    <Part name="favorites" title={t`Favourites`}>
      {linksOf(favorites)}
    </Part>
  )
}
