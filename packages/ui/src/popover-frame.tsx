import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import css from './popover.module.css'
import type { PopoverProps } from './popover.tsx'

export default function PopoverFrame({
  anchor,
  label,
  onClose,
  placement,
  className,
  children,
}: PopoverProps) {
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement={placement ?? 'bottom start'}
      className={css.popover ?? ''}
    >
      <Dialog aria-label={label} className={`${css.dialog} ${className ?? ''}`}>
        {children}
      </Dialog>
    </Popover>
  )
}
