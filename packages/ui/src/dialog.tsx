import type { ReactNode } from 'react'
import { opening } from './opening.tsx'

export type DialogProps = {
  title: string
  isOpen: boolean
  onClose(): void
  /** Buttons at the end, the main one last. */
  actions?: ReactNode
  /** 720 px instead of 440. */
  wide?: boolean
  /** An `alertdialog` does not close by a press outside. */
  role?: 'dialog' | 'alertdialog'
  /** For readers only. */
  hideTitle?: boolean
  /** Without head and padding; named by `title` for readers. For a palette or a sheet. */
  bare?: boolean
  /** Where in the window; the middle without it. */
  place?: 'top' | 'bottom'
  children?: ReactNode
}

/** A modal dialog; its code is loaded when the first one opens, and meanwhile no shortcut runs. Put `autoFocus` on what should have the focus. */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <Frame {...props} /> : null
}

const Frame = opening<DialogProps>(
  () => import('./dialog-frame.tsx'),
  ({ title }) => <div role="dialog" aria-label={title} hidden />,
)
