import { type ComponentType, lazy } from 'react'

export type LazyPage = ComponentType & { retry(): void }

/** Like React's `lazy`, which remembers a failed load for ever; after `retry` the page is loaded afresh. */
export function lazyPage(load: () => Promise<{ default: ComponentType }>): LazyPage {
  let Page = lazy(load)
  const retry = () => {
    Page = lazy(load)
  }
  return Object.assign(() => <Page />, { retry })
}
