import { lazy, type ReactNode, type RefObject, Suspense } from 'react'

const Frame = lazy(() => import('./popover-frame.tsx'))

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
export function Popover(props: PopoverProps) {
  return props.isOpen ? (
    <Suspense>
      <Frame {...props} />
    </Suspense>
  ) : null
}
