import { usePerson } from '@doable/client/react'
import { Avatar } from '@doable/ui/avatar'
import { MenuAt, type MenuEntry } from '@doable/ui/menu'
import { rememberedTheme, type Theme } from '@doable/ui/theme'
import { hint } from '@doable/ui/tooltip'
import { useLingui } from '@lingui/react/macro'
import { ChevronsUpDown, CircleUser, Keyboard, LogOut, SunMoon } from 'lucide-react'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import css from './account-menu.module.css'
import { openShortcuts, openSignOut } from './asks.ts'
import { chooseTheme } from './choose-theme.ts'

function useThemeEntries(): MenuEntry[] {
  const { t } = useLingui()
  const names: Record<Theme, string> = { system: t`Like the system`, light: t`Light`, dark: t`Dark` }
  return (Object.keys(names) as Theme[]).map((theme) => ({
    id: theme,
    label: names[theme],
    checked: rememberedTheme() === theme,
    run: () => void chooseTheme(theme),
  }))
}

function useEntries(): { items: MenuEntry[] }[] {
  const { t } = useLingui()
  const navigate = useNavigate()
  const themes = useThemeEntries()
  const go = () => void navigate('/profile')
  return [
    {
      items: [
        { id: 'profile', label: t`Profile and settings`, icon: <CircleUser />, run: go },
        { id: 'theme', label: t`Theme`, icon: <SunMoon />, items: themes },
        {
          id: 'keys',
          label: t`Keyboard shortcuts`,
          icon: <Keyboard />,
          keys: '?',
          run: () => openShortcuts.say(),
        },
      ],
    },
    { items: [{ id: 'out', label: t`Sign out`, icon: <LogOut />, run: () => openSignOut.say() }] },
  ]
}

/** Who is signed in, and what concerns them. */
export function AccountMenu({ folded }: { folded: boolean }) {
  const { t } = useLingui()
  const person = usePerson()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const sections = useEntries()
  if (!person) return null
  const picture = person.pictureAt ? `/api/me/picture?at=${encodeURIComponent(person.pictureAt)}` : null
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={css.account}
        aria-label={t`Account of ${person.name}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        {...hint(folded ? person.name : '')}
      >
        <Avatar name={person.name} picture={picture} />
        {!folded && (
          <>
            <span className={css.name}>
              <bdi>{person.name}</bdi>
            </span>
            <ChevronsUpDown />
          </>
        )}
      </button>
      <MenuAt
        {...{ anchor, sections, isOpen }}
        label={t`Account`}
        placement="top start"
        onClose={() => setOpen(false)}
      />
    </>
  )
}
