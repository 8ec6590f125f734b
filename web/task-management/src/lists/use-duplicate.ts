import { useStore } from '@doable/client/react'
import type { List } from '@doable/contracts/list'
import { taskLink } from '@doable/domain/task-link'
import { partFailed } from '@doable/ui/events'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from 'react-router'

/** Makes a list once more and goes there; what it takes is fetched when somebody asks for it. */
export function useDuplicate(list: List): () => Promise<void> {
  const { t } = useLingui()
  const store = useStore()
  const navigate = useNavigate()
  return async () => {
    try {
      const { duplicateList } = await import('./duplicate-list.ts')
      const id = duplicateList(store, list)
      if (id) await navigate(taskLink({ view: 'list', id }))
    } catch {
      partFailed.say(undefined)
      toast(t`This could not be done. Check the connection, or reload the page.`)
    }
  }
}
