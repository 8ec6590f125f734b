import { useStore } from '@doable/client/react'
import type { List } from '@doable/contracts/list'
import { taskLink } from '@doable/domain/task-link'
import { partFailed } from '@doable/ui/events'
import { toast } from '@doable/ui/toast'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from 'react-router'

const copying = () => import('../lists/duplicate-list.ts')

/** Makes a list once more, as a list or as a template, and goes there; what it takes is fetched when somebody asks for it. */
export function useListCopies(list: List) {
  const { t } = useLingui()
  const store = useStore()
  const navigate = useNavigate()
  const make = async (verb: 'duplicateList' | 'saveAsTemplate') => {
    try {
      const id = (await copying())[verb](store, list)
      if (id) await navigate(taskLink({ view: 'list', id }))
    } catch {
      partFailed.say(undefined)
      toast(t`This could not be done. Check the connection, or reload the page.`)
    }
  }
  return { duplicate: () => void make('duplicateList'), save: () => void make('saveAsTemplate') }
}
