import { openPalette, openQuickAdd } from '@doable/ui/events'
import { IconButton } from '@doable/ui/icon-button'
import { Kbd } from '@doable/ui/kbd'
import { useLingui } from '@lingui/react/macro'
import { PanelLeftClose, PanelLeftOpen, Plus, Search } from 'lucide-react'
import { Bell } from '../notices/bell.tsx'
import { Boundary } from '../parts/boundary.tsx'
import { useParts } from '../parts/use-parts.ts'
import { AccountMenu } from './account-menu.tsx'
import css from './navigation.module.css'
import { NavigationLink } from './navigation-link.tsx'
import { useEntries } from './use-entries.ts'

type Folding = { folded: boolean; onFold(folded: boolean): void }

function Head({ folded, onFold }: Folding) {
  const { t } = useLingui()
  return (
    <div className={css.head}>
      {!folded && <span className={css.name}>Doable</span>}
      <Bell />
      <IconButton
        label={folded ? t`Show navigation` : t`Fold navigation`}
        keys="["
        className={css.fold}
        onClick={() => onFold(!folded)}
      >
        {folded ? <PanelLeftOpen /> : <PanelLeftClose />}
      </IconButton>
    </div>
  )
}

function Starters({ folded }: { folded: boolean }) {
  const { t } = useLingui()
  const add = () => openQuickAdd.say({})
  const find = () => openPalette.say({})
  if (folded)
    return (
      <>
        <IconButton label={t`Add task`} keys="q" onClick={add} className={css.add}>
          <Plus />
        </IconButton>
        <IconButton label={t`Search`} keys="mod+k" onClick={find}>
          <Search />
        </IconButton>
      </>
    )
  return (
    <>
      <button type="button" className={`${css.starter} ${css.add}`} onClick={add}>
        <Plus />
        <span className={css.label}>{t`Add task`}</span>
        <Kbd keys="q" />
      </button>
      <button type="button" className={css.starter} onClick={find}>
        <Search />
        <span className={css.label}>{t`Search`}</span>
        <Kbd keys="mod+k" />
      </button>
    </>
  )
}

/** The lists and labels of whoever brings them. */
export function Sidebars() {
  const { loaded } = useParts()
  return loaded.map(({ name, sidebar: Sidebar }) =>
    Sidebar ? (
      <Boundary key={name} place="quiet">
        <Sidebar />
      </Boundary>
    ) : null,
  )
}

export function Links({ folded = false }: { folded?: boolean }) {
  return (
    <ul className={css.links}>
      {useEntries().map((entry) => (
        <li key={entry.to}>
          <NavigationLink entry={entry} folded={folded} />
        </li>
      ))}
    </ul>
  )
}

/** The navigation of a wide window; folded it keeps its icons. */
export function Navigation({ folded, onFold }: Folding) {
  const { t } = useLingui()
  return (
    <nav aria-label={t`Main`} className={css.navigation} data-folded={folded || undefined}>
      <Head folded={folded} onFold={onFold} />
      <div className={css.starters}>
        <Starters folded={folded} />
      </div>
      <div className={css.scroll}>
        <Links folded={folded} />
        {!folded && <Sidebars />}
      </div>
      <AccountMenu folded={folded} />
    </nav>
  )
}
