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

export type MenuAtProps = {
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

type ButtonOf = {
  /** Names the button and the menu. */
  label: string
  /** An icon alone makes an icon button. */
  icon?: ReactElement
  small?: boolean
  kind?: ButtonProps['kind']
  className?: string
}
type At = Pick<MenuAtProps, 'anchor' | 'label' | 'isOpen' | 'onClose'>

/** A button that opens a menu; `children` draw it, and only while it is open. */
export function MenuButton({
  words,
  children,
  ...look
}: ButtonOf & {
  /** What the button shows; without it the button is an icon button. */
  words?: ReactNode
  children: (at: At) => ReactNode
}) {
  const { label, icon, small = false, kind, className } = look
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
  const styled = { small, ...(className && { className }) }
  return (
    <>
      {words ? (
        <Button {...shared} {...styled} kind={kind ?? 'plain'} icon={icon}>
          {words}
        </Button>
      ) : (
        <IconButton {...shared} {...styled} label={label}>
          {icon}
        </IconButton>
      )}
      {isOpen && children({ anchor, label, isOpen, onClose: () => setOpen(false) })}
    </>
  )
}

type MenuProps = ButtonOf & {
  sections: MenuSection[]
  /** What the button shows; without it the button is an icon button. */
  children?: ReactNode
  placement?: MenuAtProps['placement']
}

/** A button that opens a menu of these sections; the menu's code is loaded when it is first needed. */
export const Menu = ({ sections, children, placement, ...look }: MenuProps) => (
  <MenuButton {...look} words={children}>
    {(at) => <MenuAt {...at} sections={sections} {...(placement && { placement })} />}
  </MenuButton>
)
