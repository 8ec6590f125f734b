import type { ReactNode } from 'react'
import { opening } from './opening.tsx'
import { type TypedLine, WaitingLine } from './waiting-line.tsx'

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
  /** What is typed before its code is there, for a dialog of one line. */
  line?: TypedLine | undefined
  children?: ReactNode
}

/** A modal dialog; its code is loaded when the first one opens, and meanwhile no shortcut runs. Put `autoFocus` on what should have the focus. */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <Frame {...props} /> : null
}

const Frame = opening<DialogProps>(
  () => import('./dialog-frame.tsx'),
  ({ title, line, onClose }) =>
    line ? <WaitingLine line={line} onClose={onClose} /> : <div role="dialog" aria-label={title} hidden />,
)
