import './words.ts'
import { ApiError } from '@doable/client/route-client'
import { FormMessage } from '@doable/ui/form-message'
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useCallback, useState } from 'react'
import css from './profile.module.css'

type State = { phase: 'idle' | 'saving' | 'saved' } | { phase: 'failed'; error: unknown }
export type Saving = { state: State; save: (work: () => Promise<unknown>) => Promise<boolean> }

/** One thing that is saved: what came of the last try. `save` answers whether it worked. */
export function useSaving(): Saving {
  const [state, setState] = useState<State>({ phase: 'idle' })
  const save = useCallback(async (work: () => Promise<unknown>) => {
    setState({ phase: 'saving' })
    try {
      await work()
      setState({ phase: 'saved' })
      return true
    } catch (error) {
      setState({ phase: 'failed', error })
      return false
    }
  }, [])
  return { state, save }
}

/** What went wrong, in the person's words; nothing while all is well. */
export function useFailure({ state }: Saving): string | undefined {
  const { t } = useLingui()
  if (state.phase !== 'failed') return
  const { error } = state
  if (!(error instanceof ApiError))
    return t`There is no connection. Nothing was changed; try again when you are back online.`
  const code = error.problem.type.split('/').at(-1)
  if (code === 'wrong-password') return t`That is not your current password.`
  if (code === 'email-taken') return t`Another account has this e-mail address.`
  if (code === 'common-password' || code === 'weak-password')
    return t`This password is among the first that an attacker tries. Choose another.`
  if (error.status === 429) return t`Too many tries. Wait a little and try again.`
  return error.problem.errors?.[0]?.detail ?? error.message
}

/** A heading of a form with a quiet word on what came of the last change. */
export function FormHeading({ children, saving }: { children: ReactNode; saving?: Saving }) {
  const { t } = useLingui()
  const phase = saving?.state.phase
  return (
    <h2 className={css.heading}>
      {children}
      {saving && (
        <span className={css.saved} role="status">
          {phase === 'saved' && t`Saved`}
          {phase === 'saving' && t`Saving`}
        </span>
      )}
    </h2>
  )
}

export const Failure = ({ saving }: { saving: Saving }) => (
  <FormMessage kind="error">{useFailure(saving)}</FormMessage>
)
