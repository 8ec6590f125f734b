import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** Asks before what cannot be undone. Whatever can be undone should be done at once with an Undo toast instead. */
export function ConfirmDialog({
  title,
  isOpen,
  onClose,
  action,
  onConfirm,
  busy,
  children,
}: {
  title: string
  isOpen: boolean
  onClose(): void
  /** The verb on the button: "Delete list", never "OK". */
  action: string
  onConfirm(): void
  busy?: boolean
  /** What will happen, in a sentence. */
  children?: ReactNode
}) {
  const { t } = useLingui()
  const actions = (
    <>
      <Button onClick={onClose} autoFocus>
        {t`Cancel`}
      </Button>
      <Button kind="danger" onClick={onConfirm} busy={busy ?? false}>
        {action}
      </Button>
    </>
  )
  return (
    <Dialog role="alertdialog" {...{ title, isOpen, onClose, actions }}>
      {children}
    </Dialog>
  )
}
