import { t } from '@lingui/core/macro'
import { Component, type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react'
import { partFailed } from './events.ts'
import { toast } from './toast.ts'

class Closing extends Component<{ onFail(): void; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch() {
    this.props.onFail()
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}

/**
 * Like React's `lazy`, which remembers a failed load for ever. Answers a hook, to be called outside the `Suspense` that
 * waits for the part: what is on the screen keeps its try, what is drawn anew has it loaded afresh.
 */
export function again<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  const fresh = () =>
    lazy(() =>
      load().catch((error: unknown) => {
        part = fresh()
        partFailed.say(undefined)
        throw error
      }),
    ) as unknown as ComponentType<P>
  let part = fresh()
  return (): ComponentType<P> => useState(() => part)[0]
}

/**
 * What opens over a page, its code fetched when it first does; `waiting` stands in its place until then. When it cannot be
 * fetched (offline, or the server has a newer version by now) it closes and says so, and the next try fetches it anew.
 */
export function opening<P extends { onClose(): void }>(
  load: () => Promise<{ default: ComponentType<P> }>,
  waiting: (props: P) => ReactNode = () => null,
): ComponentType<P> {
  const usePart = again(load)
  const fail = ({ onClose }: P) => {
    toast(t`This could not be opened. Check the connection, or reload the page.`)
    onClose()
  }
  return (props) => {
    const part = usePart()
    return (
      <Closing onFail={() => fail(props)}>
        <Suspense fallback={waiting(props)}>{createElement(part, props)}</Suspense>
      </Closing>
    )
  }
}
