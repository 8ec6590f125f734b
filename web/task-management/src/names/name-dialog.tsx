import { Button } from '@doable/ui/button'
import { Dialog } from '@doable/ui/dialog'
import { TextField } from '@doable/ui/text-field'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'

type NameDialogProps = {
  title: string
  label: string
  isOpen: boolean
  /** What it is called now; empty for something new. */
  name?: string
  onClose(): void
  onSave(name: string): void
}

function NameForm({ title, label, name: now = '', onClose, onSave }: NameDialogProps) {
  const { t } = useLingui()
  const form = useId()
  const [name, setName] = useState(now)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const line = name.trim()
    if (!line) return
    onClose()
    if (line !== now) onSave(line)
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t`Cancel`}</Button>
      <Button kind="primary" type="submit" form={form} disabled={!name.trim()}>
        {t`Save`}
      </Button>
    </>
  )
  return (
    <Dialog title={title} isOpen onClose={onClose} actions={actions}>
      <form id={form} onSubmit={save}>
        <TextField autoFocus label={label} dir="auto" maxLength={200} value={name} onChange={setName} />
      </form>
    </Dialog>
  )
}

/** Asks for one name. */
export const NameDialog = (props: NameDialogProps) => (props.isOpen ? <NameForm {...props} /> : null)
