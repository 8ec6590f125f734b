import './words.ts'
import { EmptyState } from '@doable/ui/empty-state'
import { useLingui } from '@lingui/react/macro'
import { useReadQuery } from './use-read-query.ts'
import { useUnknownNames } from './use-unknown-names.ts'

/** Why a query shows nothing: it is none, a name in it means nothing, or no task is like that. */
export function NoTasks({ text }: { text: string }) {
  const { t } = useLingui()
  const { query, isEmpty } = useReadQuery(text)
  const [unknown] = useUnknownNames(query)
  if (isEmpty) return <EmptyState>{t`Say which tasks to show: type a filter, or build one.`}</EmptyState>
  if (!query) return <EmptyState>{t`The filter cannot be read yet. Above it says why.`}</EmptyState>
  return <EmptyState>{unknown ? t`Nothing is shown. ${unknown}` : t`No task is like that.`}</EmptyState>
}
