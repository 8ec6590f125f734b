import './words.ts'
import { useStore } from '@doable/client/react'
import { taskLink } from '@doable/domain/task-link'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { layoutOf } from '../page/layout-in-force.ts'
import { TaskPage } from '../page/task-page.tsx'
import { useAddressWords } from '../page/use-address-words.ts'
import { FilterDialog } from './filter-dialog.tsx'
import { NoTasks } from './no-tasks.tsx'
import { QueryLine } from './query-line.tsx'
import { useQueryModel } from './use-query-model.ts'
import { useQueryTitle } from './use-query-title.ts'

type UnsavedProps = {
  /** Names the page for what is remembered of it. */
  view: string
  /** The query where the address has none. */
  otherwise: string
  title?: string
  editing?: boolean
}

/** The tasks that a query of the address shows, which can be kept as a filter. */
function Unsaved({ view, otherwise, title, editing = false }: UnsavedProps) {
  const { t } = useLingui()
  const store = useStore()
  const navigate = useNavigate()
  const [kept, keep] = useState<string>()
  const { words, setWords, take, adopted } = useAddressWords('filter', otherwise)
  const model = useQueryModel(view, words, '')
  const described = useQueryTitle(words)
  return (
    <>
      <TaskPage
        model={{
          ...model,
          title: title ?? described,
          above: (
            <QueryLine
              text={words}
              adopted={adopted}
              editing={editing}
              wide={layoutOf(model) !== 'list'}
              onText={setWords}
              onSave={keep}
            />
          ),
          empty: <NoTasks text={words} onExample={take} />,
        }}
      />
      {kept !== undefined && (
        <FilterDialog
          title={t`Save as filter`}
          onClose={() => keep(undefined)}
          onSave={(fields) => {
            const id = store.addFilter({ ...fields, query: kept.trim() })
            void navigate(taskLink({ view: 'filter', id }), { replace: true })
          }}
        />
      )}
    </>
  )
}

/** All open tasks, or those that the query in the address shows: where the figures of the overview lead to. */
export const AllPage = () => <Unsaved view="all" otherwise="all" />

/** A query to be written, with what it shows below it. */
export function NewFilterPage() {
  const { t } = useLingui()
  return <Unsaved view="filter new" otherwise="" title={t`New filter`} editing />
}
