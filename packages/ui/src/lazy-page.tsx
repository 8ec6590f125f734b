import { type ComponentType, createElement, lazy } from 'react'
import { partFailed } from './events.ts'

export type LazyPage<P extends object = object> = ComponentType<P> & { retry(): void }

/** Like React's `lazy`, which remembers a failed load for ever; after `retry` the page is loaded afresh. */
export function lazyPage<P extends object = object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyPage<P> {
  const fresh = () =>
    lazy(() =>
      load().catch((error: unknown) => {
        partFailed.say(undefined)
        throw error
      }),
    ) as unknown as ComponentType<P>
  let page = fresh()
  const retry = () => {
    page = fresh()
  }
  return Object.assign((props: P) => createElement(page, props), { retry })
}
