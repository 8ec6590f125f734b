import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import css from './dialog.module.css'
import type { DialogProps } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'

function Head({ title, onClose }: { title: string; onClose(): void }) {
  const { t } = useLingui()
  return (
    <header className={css.head}>
      <Heading slot="title" className={css.title}>
        {title}
      </Heading>
      <IconButton label={t`Close`} onClick={onClose}>
        <X />
      </IconButton>
    </header>
  )
}

export default function DialogFrame(props: DialogProps) {
  const { title, onClose, actions, wide, role = 'dialog', hideTitle, bare, place, children } = props
  return (
    <ModalOverlay
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => open || onClose()}
      className={`${css.overlay} ${place ? css[place] : ''}`}
    >
      <Modal className={`${css.modal} ${wide ? css.wide : ''}`}>
        <Dialog
          role={role}
          className={bare ? css.bare : css.dialog}
          {...((hideTitle || bare) && { 'aria-label': title })}
        >
          {!hideTitle && !bare && <Head title={title} onClose={onClose} />}
          {children}
          {actions && <footer className={css.actions}>{actions}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
