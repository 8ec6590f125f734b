import './words.ts'
import { Button } from '@doable/ui/button'
import { useLingui } from '@lingui/react/macro'
import css from './query.module.css'
import type { ReadQuery } from './use-read-query.ts'

type Saving = {
  saved?: string | undefined
  typed: string
  read: ReadQuery
  onType(text: string): void
  onSave(text: string): void
  onSaveAs?(text: string): void
}

/** How a changed query is kept under its name, under another, or not at all. */
export function SaveButtons({ typed, read, saved, onType, onSave, onSaveAs }: Saving) {
  const { t } = useLingui()
  const cannot = read.query === undefined
  if (saved === undefined || typed === saved) return null
  return (
    <div className={css.buttons}>
      <Button small kind="primary" disabled={cannot} onClick={() => onSave(typed)}>
        {t`Save`}
      </Button>
      {onSaveAs && <Button small disabled={cannot} onClick={() => onSaveAs(typed)}>{t`Save as new`}</Button>}
      <Button small kind="quiet" onClick={() => onType(saved)}>{t`Discard changes`}</Button>
    </div>
  )
}
