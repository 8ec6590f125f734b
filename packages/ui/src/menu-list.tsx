import { Check, ChevronRight } from 'lucide-react'
import type { ComponentProps } from 'react'
import {
  Header,
  Menu,
  MenuItem,
  MenuSection as Section,
  SubmenuTrigger,
  Text,
} from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Kbd } from './kbd.tsx'
import css from './menu.module.css'
import type { MenuAt, MenuEntry } from './menu.tsx'

const flat = (entries: MenuEntry[]): MenuEntry[] =>
  entries.flatMap((entry) => [entry, ...flat(entry.items ?? [])])

function Entry({ entry }: { entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.disabled ?? false}
      className={`${css.item} ${entry.danger ? css.danger : ''}`}
      {...(entry.checked !== undefined && { 'aria-checked': entry.checked })}
    >
      {entry.icon && <span className={css.icon}>{entry.icon}</span>}
      <Text slot="label" className={css.label}>
        {entry.label}
      </Text>
      {entry.checked && <Check className={css.check} />}
      {entry.keys && <Kbd keys={entry.keys} />}
      {entry.items && <ChevronRight className={css.more} />}
    </MenuItem>
  )
}

function Branch({ entry, run }: { entry: MenuEntry; run(id: unknown): void }) {
  if (!entry.items) return <Entry entry={entry} />
  return (
    <SubmenuTrigger>
      <Entry entry={entry} />
      <Popover className={css.popover ?? ''} aria-label={entry.label}>
        <Menu className={css.menu ?? ''} aria-label={entry.label} onAction={run}>
          {entry.items.map((item) => (
            <Branch key={item.id} entry={item} run={run} />
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  )
}

/** The open menu: arrows, letters, Escape and focus as the ARIA Authoring Practices describe them. */
export default function MenuList({
  anchor,
  label,
  sections,
  onClose,
  placement,
}: ComponentProps<typeof MenuAt>) {
  const run = (id: unknown) => {
    onClose()
    flat(sections.flatMap((section) => section.items))
      .find((entry) => entry.id === id)
      ?.run?.()
  }
  return (
    <Popover
      aria-label={label}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement={placement ?? 'bottom start'}
      className={css.popover ?? ''}
    >
      <Menu className={css.menu ?? ''} aria-label={label} autoFocus="first" onAction={run} onClose={onClose}>
        {sections.map((section, i) => (
          <Section
            key={section.title ?? i}
            className={css.section ?? ''}
            {...(section.title === undefined && { 'aria-label': `${label} ${i + 1}` })}
          >
            {section.title && <Header className={css.title}>{section.title}</Header>}
            {section.items.map((entry) => (
              <Branch key={entry.id} entry={entry} run={run} />
            ))}
          </Section>
        ))}
      </Menu>
    </Popover>
  )
}
