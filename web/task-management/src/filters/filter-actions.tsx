import './words.ts'
import { useStore } from '@doable/client/react'
import { activeFilters } from '@doable/client/saved-filter-selectors'
import type { Filter } from '@doable/contracts/filter'
import { taskLink } from '@doable/domain/task-link'
import { Menu, type MenuEntry } from '@doable/ui/menu'
import { useLingui } from '@lingui/react/macro'
import { Copy, Ellipsis, Pencil, Star, StarOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { undoable } from '../acts/undoable.ts'
import { useOrderSteps } from '../sidebar/use-order-steps.tsx'
import { FilterDialog } from './filter-dialog.tsx'

/** One place up or down among the filters of the same part of the navigation, as entries of a menu. */
export function useFilterSteps({ id, favorite }: Filter): MenuEntry[] {
  const store = useStore()
  const stepsOf = useOrderSteps((each, to) => store.moveFilter(each, to))
  return stepsOf(id, () => activeFilters(store.getSnapshot()).filter((each) => each.favorite === favorite))
}

/** What can be done with a filter besides moving and editing it; each can be undone. */
function useFilterVerbs({ id, name, query, color, favorite }: Filter): MenuEntry[] {
  const { t } = useLingui()
  const store = useStore()
  const navigate = useNavigate()
  const copy = () => {
    const fields = { name: t`Copy of ${name}`, query, color }
    let made = ''
    const add = () => {
      made = store.addFilter(fields, { after: id })
    }
    undoable(store, add, t`Filter ${name} duplicated`)
    void navigate(taskLink({ view: 'filter', id: made }))
  }
  const favour = () =>
    undoable(
      store,
      () => store.updateFilter(id, { favorite: !favorite }),
      favorite ? t`Filter ${name} is no favourite any more` : t`Filter ${name} is a favourite`,
    )
  return [
    {
      id: 'favorite',
      label: favorite ? t`Remove from favourites` : t`Add to favourites`,
      icon: favorite ? <StarOff /> : <Star />,
      run: favour,
    },
    { id: 'copy', label: t`Duplicate`, icon: <Copy />, run: copy },
    {
      id: 'trash',
      label: t`Remove filter`,
      icon: <Trash2 />,
      danger: true,
      run: () => undoable(store, () => store.trashFilter(id), t`Filter ${name} removed`),
    },
  ]
}

/** Everything that can be done with a filter, as a menu. */
export function FilterActions({ filter, small }: { filter: Filter; small?: boolean }) {
  const { t } = useLingui()
  const store = useStore()
  const [editing, setEditing] = useState(false)
  const steps = useFilterSteps(filter)
  const verbs = useFilterVerbs(filter)
  const { id, name } = filter
  const edit = { id: 'edit', label: t`Edit name and colour`, icon: <Pencil />, run: () => setEditing(true) }
  return (
    <>
      <Menu
        small={small ?? false}
        label={t`Actions for filter ${name}`}
        icon={<Ellipsis />}
        sections={[{ items: [edit, ...steps] }, { items: verbs }]}
        placement="bottom end"
      />
      {editing && (
        <FilterDialog
          title={t`Edit filter`}
          now={filter}
          onClose={() => setEditing(false)}
          onSave={(kept) => store.updateFilter(id, kept)}
        />
      )}
    </>
  )
}
