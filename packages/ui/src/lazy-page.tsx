import { type ComponentType, lazy } from 'react'
import { partFailed } from './events.ts'

export type LazyPage = ComponentType & { retry(): void }

/** Like React's `lazy`, which remembers a failed load for ever; after `retry` the page is loaded afresh. */
export function lazyPage(load: () => Promise<{ default: ComponentType }>): LazyPage {
  const fresh = () =>
    lazy(() =>
      load().catch((error: unknown) => {
        partFailed.say(undefined)
        throw error
      }),
    )
  let Page = fresh()
  const retry = () => {
    Page = fresh()
  }
  return Object.assign(() => <Page />, { retry })
}
