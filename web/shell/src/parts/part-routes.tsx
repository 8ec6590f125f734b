import { EmptyState } from '@doable/ui/empty-state'
import { usePageTitle } from '@doable/ui/page-title'
import { ButtonLink } from '@doable/ui/text-link'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { Boundary, PageNotAvailable } from './boundary.tsx'
import { parts } from './parts.ts'
import { useParts } from './use-parts.ts'

/** Where each microfrontend lives, so that one that is not there can be told from a mistyped address. */
const homes = /^\/(tasks|t|l|overview|profile)(\/|$)/

function Elsewhere() {
  const { t } = useLingui()
  usePageTitle(t`Not found`)
  return (
    <>
      <VisuallyHidden as="h1">{t`Not found`}</VisuallyHidden>
      <EmptyState action={<ButtonLink to="/tasks/today">{t`Go to Today`}</ButtonLink>}>
        {t`There is nothing at this address.`}
      </EmptyState>
    </>
  )
}

/** The pages of all microfrontends. */
export function PartRoutes() {
  const { loaded, settled } = useParts()
  const { pathname } = useLocation()
  if (!settled) return <div aria-busy="true" />
  const missing = homes.test(pathname) ? (
    <PageNotAvailable onRetry={() => void parts.load()} />
  ) : (
    <Elsewhere />
  )
  return (
    <Routes>
      <Route path="/" element={<Navigate to="/tasks/today" replace />} />
      {loaded.flatMap((part) =>
        part.routes.map(({ path, component: Page }) => (
          <Route
            key={path}
            path={path}
            element={
              <Boundary key={part.name} place="page" onRetry={Page.retry}>
                <Page />
              </Boundary>
            }
          />
        )),
      )}
      <Route path="*" element={missing} />
    </Routes>
  )
}
