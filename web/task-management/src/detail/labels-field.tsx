import { Popover } from '@doable/ui/popover'
import { useLingui } from '@lingui/react/macro'
import { LabelPicker } from '../pickers/label-picker.tsx'
import { LabelText } from '../rows/label-text.tsx'
import { FieldRow } from './field-row.tsx'
import type { FieldProps } from './fields.tsx'

export function LabelsField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const value =
    task.labels.length > 0 ? task.labels.map((name) => <LabelText key={name} name={name} />) : t`None`
  return (
    <FieldRow name={t`Labels`} field="labels" value={value} none={task.labels.length === 0}>
      {(opened) => (
        <Popover {...opened} label={t`Labels`}>
          <LabelPicker ids={[task.id]} acts={acts} />
        </Popover>
      )}
    </FieldRow>
  )
}
