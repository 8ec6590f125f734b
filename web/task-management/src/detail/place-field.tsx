import { useList, useSection } from '@doable/client/react'
import { ColorDot } from '@doable/ui/color-dot'
import { Popover } from '@doable/ui/popover'
import { useLingui } from '@lingui/react/macro'
import { useListName } from '../names/use-list-name.ts'
import { PlacePicker } from '../pickers/place-picker.tsx'
import { FieldRow } from './field-row.tsx'
import css from './fields.module.css'
import type { FieldProps } from './fields.tsx'

/** The list and section a task is in. */
export function PlaceField({ task, acts }: FieldProps) {
  const { t } = useLingui()
  const list = useList(task.listId)
  const section = useSection(task.sectionId ?? '')
  const name = useListName(list)
  const value = (
    <span className={css.place}>
      <ColorDot color={list?.color ?? 'gray'} />
      <span dir="auto">{section?.trashedAt === null ? `${name} / ${section.name}` : name}</span>
    </span>
  )
  return (
    <FieldRow name={t`List`} field="move" value={value}>
      {({ onClose, ...opened }) => (
        <Popover {...opened} onClose={onClose} label={t`Move to`}>
          <PlacePicker
            current={task}
            onPick={(place, where) => {
              onClose()
              acts.move([task.id], { ...place, parentId: null }, where)
            }}
          />
        </Popover>
      )}
    </FieldRow>
  )
}
