import type { ReactNode, RefObject } from 'react'
import { opening } from './opening.tsx'

export type PopoverProps = {
  anchor: RefObject<Element | null>
  /** Names what is inside. */
  label: string
  isOpen: boolean
  onClose(): void
  placement?: 'bottom start' | 'bottom end' | 'bottom' | 'top start' | 'top end' | 'start top' | 'end top'
  className?: string
  children: ReactNode
}

/** A floating dialog at any element: takes the focus, gives it back, closes on Escape and on a press outside. */
export const Popover = (props: PopoverProps) => (props.isOpen ? <Frame {...props} /> : null)

const Frame = opening<PopoverProps>(() => import('./popover-frame.tsx'))
