import {
  type ButtonHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useRef,
  useState,
} from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { opening } from './opening.tsx'

export type MenuEntry = {
  id: string
  label: string
  icon?: ReactNode
  /** The shortcut that does the same, shown at the end. */
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** Marks the one that is in force; every entry of such a section should say it. */
  checked?: boolean
  run?: () => void
  /** Opens a submenu. */
  items?: MenuEntry[]
}
export type MenuSection = { title?: string; items: MenuEntry[] }

type MenuAtProps = {
  anchor: RefObject<Element | null>
  label: string
  sections: MenuSection[]
  isOpen: boolean
  onClose(): void
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}
const List = opening<MenuAtProps>(() => import('./menu-list.tsx'))

/** A menu at any element, opened by whoever renders it. */
export const MenuAt = (props: MenuAtProps) => (props.isOpen ? <List {...props} /> : null)

type MenuProps = {
  /** Names the button and the menu. */
  label: string
  sections: MenuSection[]
  /** An icon alone makes an icon button. */
  icon?: ReactElement
  /** What the button shows; without it the button is an icon button. */
  children?: ReactNode
  small?: boolean
  kind?: ButtonProps['kind']
  className?: string
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

/** A button that opens a menu; the menu's code is loaded when it is first needed. */
export function Menu({
  label,
  sections,
  icon,
  children,
  small = false,
  kind,
  className,
  placement,
}: MenuProps) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const shared: ButtonHTMLAttributes<HTMLButtonElement> & { ref: typeof anchor } = {
    ref: anchor,
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onClick: () => setOpen(true),
    onPointerEnter: () => void import('./menu-list.tsx').catch(() => undefined),
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      setOpen(true)
    },
  }
  const look = { small, ...(className && { className }) }
  return (
    <>
      {children ? (
        <Button {...shared} {...look} kind={kind ?? 'plain'} icon={icon}>
          {children}
        </Button>
      ) : (
        <IconButton {...shared} {...look} label={label}>
          {icon}
        </IconButton>
      )}
      <MenuAt
        {...{ anchor, label, sections, isOpen }}
        {...(placement && { placement })}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
