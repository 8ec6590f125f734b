import { useLingui } from '@lingui/react/macro'
import { RepeatPopover } from '../repeat/repeat-popover.tsx'
import { inSentence, repeatWords } from '../repeat/repeat-words.ts'
import { FieldRow } from './field-row.tsx'
import type { FieldProps } from './fields.tsx'

/** How the task repeats, in words. */
export function RepeatField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const words = repeatWords(task)
  const value = words ? inSentence(words) : t`Does not repeat`
  return (
    <FieldRow name={t`Repeat`} field="repeat" value={value} none={!words}>
      {(opened) => <RepeatPopover {...opened} ids={[task.id]} acts={acts} />}
    </FieldRow>
  )
}
