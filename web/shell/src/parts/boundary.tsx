import { ErrorState } from '@doable/ui/error-state'
import { usePageTitle } from '@doable/ui/page-title'
import { VisuallyHidden } from '@doable/ui/visually-hidden'
import { useLingui } from '@lingui/react/macro'
import { Component, type ReactNode, Suspense, useState } from 'react'
import { useNewer } from '../version/new-version-line.tsx'

type Props = { fallback: (error: unknown) => ReactNode; children: ReactNode }

class Catch extends Component<Props, { error?: unknown }> {
  override state: { error?: unknown } = {}
  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') }
  }
  override render() {
    return this.state.error === undefined ? this.props.children : this.props.fallback(this.state.error)
  }
}

/** What stands in place of a part that did not come or broke. */
export function NotAvailable({ onRetry }: { onRetry(): void }) {
  const { t } = useLingui()
  const isNewer = useNewer()
  if (isNewer)
    return (
      <ErrorState action={t`Reload`} onRetry={() => location.reload()}>
        {t`This part comes with the new version of Doable.`}
      </ErrorState>
    )
  return <ErrorState onRetry={onRetry}>{t`This part is not available right now.`}</ErrorState>
}

/** The same in place of a whole page, which has a heading and a title. */
export function PageNotAvailable({ onRetry }: { onRetry(): void }) {
  const { t } = useLingui()
  usePageTitle(t`Not available`)
  return (
    <>
      <VisuallyHidden as="h1">{t`Not available`}</VisuallyHidden>
      <NotAvailable onRetry={onRetry} />
    </>
  )
}

type Place = 'page' | 'part' | 'quiet'
const fallbacks = { page: PageNotAvailable, part: NotAvailable, quiet: () => null }

/** Keeps the trouble of one microfrontend to its own place; a `quiet` one stays empty. */
export function Boundary({
  children,
  place = 'part',
  onRetry,
}: {
  children: ReactNode
  place?: Place
  onRetry?: (() => void) | undefined
}) {
  const [attempt, setAttempt] = useState(0)
  const Fallback = fallbacks[place]
  const retry = () => {
    onRetry?.()
    setAttempt(attempt + 1)
  }
  return (
    <Catch key={attempt} fallback={() => <Fallback onRetry={retry} />}>
      <Suspense fallback={place === 'quiet' ? null : <div aria-busy="true" />}>{children}</Suspense>
    </Catch>
  )
}
