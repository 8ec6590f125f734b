import { ErrorState } from '@doable/ui/error-state'
import { useLingui } from '@lingui/react/macro'
import { Component, type ReactNode, Suspense, useState } from 'react'

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
  return <ErrorState onRetry={onRetry}>{t`This part is not available right now.`}</ErrorState>
}

/** Keeps the trouble of one microfrontend to its own place. `quiet` shows nothing instead of words, for small places. */
export function Boundary({
  children,
  quiet,
  onRetry,
}: {
  children: ReactNode
  quiet?: boolean
  onRetry?: (() => void) | undefined
}) {
  const [attempt, setAttempt] = useState(0)
  const retry = () => {
    onRetry?.()
    setAttempt(attempt + 1)
  }
  return (
    <Catch key={attempt} fallback={() => (quiet ? null : <NotAvailable onRetry={retry} />)}>
      <Suspense fallback={quiet ? null : <div aria-busy="true" />}>{children}</Suspense>
    </Catch>
  )
}
