import './words.ts'
import type { Filter } from '@doable/contracts/filter'
import { Checkbox } from '@doable/ui/checkbox'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { NamedDialog } from '../names/dialogs.ts'

export type Kept = Pick<Filter, 'name' | 'color' | 'favorite'>

/** Name and colour of a filter, and whether it stands at the top of the navigation. */
export function FilterDialog({
  title,
  now = { name: '', color: 'gray', favorite: false },
  onClose,
  onSave,
}: {
  title: string
  now?: Kept
  onClose(): void
  onSave(kept: Kept): void
}) {
  const { t } = useLingui()
  const [favorite, setFavorite] = useState(now.favorite)
  return (
    <NamedDialog
      title={title}
      action={t`Save`}
      now={now}
      onClose={onClose}
      onSave={(named) => onSave({ ...named, favorite })}
      more={
        <Checkbox
          checked={favorite}
          onChange={setFavorite}
        >{t`Favourite: at the top of the navigation`}</Checkbox>
      }
    />
  )
}
