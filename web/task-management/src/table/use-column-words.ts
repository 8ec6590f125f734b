import type { ViewColumn } from '@doable/contracts/view'
import { useLingui } from '@lingui/react/macro'
import { useLook } from '../page/scope.ts'

/** What the columns are called. On a page of one list its sections stand where lists do elsewhere. */
export function useColumnWords(): Record<ViewColumn, string> {
  const { t } = useLingui()
  const { showList } = useLook()
  return {
    title: t`Title`,
    due: t`Due`,
    start: t`Start`,
    deadline: t`Deadline`,
    priority: t`Priority`,
    labels: t`Labels`,
    list: showList ? t`List` : t`Section`,
    assignee: t`Assignee`,
    duration: t`Duration`,
    repeat: t`Repeat`,
    progress: t`Subtasks`,
    created: t`Created`,
    updated: t`Changed`,
    completed: t`Completed`,
  }
}
