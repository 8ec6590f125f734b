import './words.ts'
import { useStore, useView } from '@doable/client/react'
import type { Filter } from '@doable/contracts/filter'
import { taskLink } from '@doable/domain/task-link'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { undoable } from '../acts/undoable.ts'
import { layoutOf } from '../page/layout-in-force.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useAddressWords } from '../page/use-address-words.ts'
import { MissingPage } from '../views/missing-page.tsx'
import { FilterActions } from './filter-actions.tsx'
import { FilterDialog } from './filter-dialog.tsx'
import { NoTasks } from './no-tasks.tsx'
import { QueryLine } from './query-line.tsx'
import { useQueryModel } from './use-query-model.ts'

function SavedFilter({ filter: { id, name, color, query }, filter }: { filter: Filter }) {
  const { t } = useLingui()
  const store = useStore()
  const navigate = useNavigate()
  const [copied, setCopied] = useState<string>()
  const { words, setWords, adopted } = useAddressWords('filter', query)
  const model = useQueryModel(`filter ${id}`, words, query)
  const save = (text: string) =>
    undoable(store, () => store.updateFilter(id, { query: text.trim() }), t`Filter ${name} saved`)
  return (
    <>
      <TaskPage
        model={{
          ...model,
          title: name,
          actions: <FilterActions filter={filter} />,
          above: (
            <QueryLine
              text={words}
              adopted={adopted}
              saved={query}
              wide={layoutOf(model) !== 'list'}
              onText={setWords}
              onSave={save}
              onSaveAs={setCopied}
            />
          ),
          empty: <NoTasks text={words} />,
        }}
      />
      {copied !== undefined && (
        <FilterDialog
          title={t`Save as new filter`}
          now={{ name: t`Copy of ${name}`, color, favorite: false }}
          onClose={() => setCopied(undefined)}
          onSave={(kept) =>
            void navigate(
              taskLink({ view: 'filter', id: store.addFilter({ ...kept, query: copied.trim() }) }),
            )
          }
        />
      )}
    </>
  )
}

/** A filter: what its query shows, with the query above it to be changed. */
export function FilterPage() {
  const { id = '' } = useParams()
  const filter = useView((view) => view.filters.get(id))
  if (!filter || filter.trashedAt !== null) return <MissingPage kind="filter" />
  return <SavedFilter key={id} filter={filter} />
}
