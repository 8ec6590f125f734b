import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRefusals } from '../notices/refusals.ts'
import { useUnreadSigns } from '../notices/use-unread-signs.ts'
import { useWindowNotices } from '../notices/use-window-notices.ts'
import { useWorkerMessages } from '../notices/use-worker-messages.ts'
import { Boundary } from '../parts/boundary.tsx'
import { PartRoutes } from '../parts/part-routes.tsx'
import { useParts } from '../parts/use-parts.ts'
import { NewVersionLine } from '../version/new-version-line.tsx'
import { BottomBar } from './bottom-bar.tsx'
import css from './frame.module.css'
import { Navigation } from './navigation.tsx'
import { OfflineLine } from './offline-line.tsx'
import { Overlays } from './overlays.tsx'
import { usePageFocus } from './page-focus.ts'
import { useGlobalShortcuts } from './use-global-shortcuts.ts'

const remembered = 'doable-navigation'

/** Whether the navigation is folded to its icons; remembered per device. */
function useFolded() {
  const [folded, setFolded] = useState(() => {
    const known = localStorage.getItem(remembered)
    return known === null ? innerWidth < 820 : known === 'folded'
  })
  const fold = (next: boolean) => {
    localStorage.setItem(remembered, next ? 'folded' : 'open')
    setFolded(next)
  }
  return [folded, fold] as const
}

/** Hosts the quick add of whoever brings one. */
function QuickAdds() {
  const { loaded } = useParts()
  return loaded.map(({ name, quickAdd: QuickAdd }) =>
    QuickAdd ? (
      <Boundary key={name} place="quiet">
        <QuickAdd />
      </Boundary>
    ) : null,
  )
}

/** What stands around every page of a signed-in person. */
export function Frame() {
  const { t } = useLingui()
  const [folded, fold] = useFolded()
  const main = usePageFocus()
  useGlobalShortcuts(() => fold(!folded))
  useRefusals()
  useUnreadSigns()
  useWindowNotices()
  useWorkerMessages()
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#main">
        {t`Skip to content`}
      </a>
      <div className={css.side} data-folded={folded || undefined}>
        <Navigation folded={folded} onFold={fold} />
      </div>
      <div className={css.work}>
        <OfflineLine />
        <NewVersionLine />
        <main id="main" ref={main} tabIndex={-1} className={css.main}>
          <PartRoutes />
        </main>
      </div>
      <BottomBar />
      <QuickAdds />
      <Overlays />
    </div>
  )
}
