import { Button } from '@doable/ui/button'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { PastedLine } from './pasted-lines.ts'
import css from './quick-add.module.css'

/** Several lines were pasted: one task each, or all of it as one. */
export function PasteOffer({
  lines,
  onMany,
  onOne,
  onCancel,
}: {
  lines: readonly PastedLine[]
  onMany(): void
  onOne(): void
  onCancel(): void
}) {
  const { t } = useLingui()
  const subtasks = lines.filter(({ parent }) => parent !== undefined).length
  const what =
    subtasks > 0
      ? plural(subtasks, { one: 'One of them becomes a subtask.', other: '# of them become subtasks.' })
      : ''
  return (
    <fieldset className={css.offer} aria-label={t`Pasted lines`}>
      <p>
        {plural(lines.length, { one: '# line pasted.', other: '# lines pasted.' })} {what}
      </p>
      <div className={css.buttons}>
        <Button small kind="quiet" onClick={onCancel}>{t`Cancel`}</Button>
        <Button small onClick={onOne}>{t`One task`}</Button>
        <Button small kind="primary" autoFocus onClick={onMany}>
          {plural(lines.length, { one: 'Add # task', other: 'Add # tasks' })}
        </Button>
      </div>
    </fieldset>
  )
}
