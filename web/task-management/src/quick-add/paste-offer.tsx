import type { PastedLine } from '@doable/domain/quick-add/pasted-lines'
import { Button } from '@doable/ui/button'
import { Checkbox } from '@doable/ui/checkbox'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { readLines } from './make-tasks.ts'
import { PastePreview } from './paste-preview.tsx'
import css from './quick-add.module.css'
import { useParts } from './use-parts.ts'
import type { Options } from './use-quick-add.ts'

/** Several lines were pasted: one task each, or all of it as one. */
export function PasteOffer({
  lines,
  options,
  onMany,
  onOne,
  onCancel,
}: {
  lines: readonly PastedLine[]
  options: Options
  onMany(lines: ReturnType<typeof readLines>): void
  onOne(): void
  onCancel(): void
}) {
  const { t } = useLingui()
  const [understood, setUnderstood] = useState(true)
  const read = useMemo(() => readLines(lines, options, understood), [lines, options, understood])
  const hasTokens = useMemo(
    () => readLines(lines, options, true).some(({ parsed }) => parsed.tokens.length > 0),
    [lines, options],
  )
  const partsOf = useParts(options)
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
      <PastePreview lines={read} partsOf={partsOf} />
      {hasTokens && (
        <Checkbox
          checked={understood}
          onChange={setUnderstood}
        >{t`Read dates, lists and labels in them`}</Checkbox>
      )}
      <div className={css.buttons}>
        <Button small kind="quiet" onClick={onCancel}>{t`Cancel`}</Button>
        <Button small onClick={onOne}>{t`One task`}</Button>
        <Button small kind="primary" autoFocus onClick={() => onMany(read)}>
          {plural(lines.length, { one: 'Add # task', other: 'Add # tasks' })}
        </Button>
      </div>
    </fieldset>
  )
}
