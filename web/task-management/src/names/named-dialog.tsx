import type { Color } from '@doable/contracts/common'
import { Button } from '@doable/ui/button'
import { ColorPicker } from '@doable/ui/color-picker'
import { Dialog } from '@doable/ui/dialog'
import { TextField } from '@doable/ui/text-field'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import css from './named-dialog.module.css'

export type Named = { name: string; color: Color }

/** Name and colour of a list, a label or a filter. `refuse` answers a sentence about a name that cannot be. */
export function NamedDialog({
  title,
  action,
  now = { name: '', color: 'gray' },
  most = 200,
  refuse = () => undefined,
  more,
  onClose,
  onSave,
}: {
  title: string
  /** The verb on the button. */
  action: string
  now?: Named
  most?: number
  refuse?(name: string): string | undefined
  /** More to choose, below the colour. */
  more?: ReactNode
  onClose(): void
  onSave(named: Named): void
}) {
  const { t } = useLingui()
  const form = useId()
  const [name, setName] = useState(now.name)
  const [color, setColor] = useState(now.color)
  const error = refuse(name.trim())
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim() || error) return
    onClose()
    onSave({ name: name.trim(), color })
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t`Cancel`}</Button>
      <Button kind="primary" type="submit" form={form} disabled={!name.trim() || !!error}>
        {action}
      </Button>
    </>
  )
  return (
    <Dialog title={title} isOpen onClose={onClose} actions={actions}>
      <form id={form} onSubmit={save} className={css.form}>
        <TextField
          autoFocus
          label={t`Name`}
          dir="auto"
          maxLength={most}
          value={name}
          onChange={setName}
          error={error}
        />
        <ColorPicker label={t`Colour`} value={color} onChange={setColor} />
        {more}
      </form>
    </Dialog>
  )
}
