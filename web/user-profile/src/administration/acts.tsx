import { Button } from '@doable/ui/button'
import { ConfirmDialog } from '@doable/ui/confirm-dialog'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Failure, useSaving } from '../pages/saving.tsx'
import css from './administration.module.css'
import { discard, retry, type Which } from './use-dead-jobs.ts'

type Names = { again: string; away: string }
/** `names`: what the buttons say; `full`: what a screen reader says of them. `asks`: what discarding means. */
type Props = { which: Which; names: Names; full: Names; title: string; asks: string; onDone(): Promise<void> }

/** Trying again, and discarding, which asks first. */
export function Acts({ which, names, full, title, asks, onDone }: Props) {
  const { t } = useLingui()
  const saving = useSaving()
  const [asking, setAsking] = useState(false)
  const busy = saving.state.phase === 'saving'
  const act = async (work: (which: Which) => Promise<void>) => {
    const worked = await saving.save(() => work(which))
    setAsking(false)
    if (worked) await onDone()
  }
  return (
    <div className={css.acts}>
      <Button small busy={busy} onClick={() => void act(retry)} aria-label={full.again}>
        {names.again}
      </Button>
      <Button small kind="quiet" busy={busy} onClick={() => setAsking(true)} aria-label={full.away}>
        {names.away}
      </Button>
      <Failure saving={saving} />
      <ConfirmDialog
        title={title}
        isOpen={asking}
        busy={busy}
        action={t`Discard`}
        onClose={() => setAsking(false)}
        onConfirm={() => void act(discard)}
      >
        {asks}
      </ConfirmDialog>
    </div>
  )
}
