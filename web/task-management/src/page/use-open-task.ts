import { useMemo, useRef } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'

type OpenTask = {
  /** The task whose details are shown. */
  id: string | undefined
  /** What the details should be ready for. */
  ready: 'subtask' | undefined
  open(id?: string, ready?: 'subtask'): void
}
/** `pushed`: opening made an entry of its own in the history, so that closing goes back to the one before. */
type State = { pushed?: boolean; ready?: 'subtask' } | null

/**
 * The open task is part of the address (`?task=`), so that back closes it and a reload keeps it. Going from one task to
 * the next makes no further entry.
 */
export function useOpenTask(): OpenTask {
  const [params] = useSearchParams()
  const location = useLocation()
  const navigate = useNavigate()
  const latest = useRef({ params, location, navigate })
  latest.current = { params, location, navigate }
  const open = useMemo(
    () => (id?: string, ready?: 'subtask') => {
      const { params, location, navigate } = latest.current
      const state = location.state as State
      const now = params.get('task') ?? undefined
      if (id === now && !ready) return
      if (id === undefined && state?.pushed) return void navigate(-1)
      const next = new URLSearchParams(params)
      if (id === undefined) next.delete('task')
      else next.set('task', id)
      const pushed = now === undefined ? true : state?.pushed
      const search = next.toString()
      navigate({ search: search && `?${search}` }, { replace: now !== undefined, state: { pushed, ready } })
    },
    [],
  )
  const state = location.state as State
  return { id: params.get('task') ?? undefined, ready: state?.ready, open }
}
