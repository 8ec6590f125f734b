// What a browser has and jsdom lacks, for tests of the client and of the web.
import 'fake-indexeddb/auto'
import { i18n } from '@lingui/core'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

i18n.loadAndActivate({ locale: 'en', messages: {} })
afterEach(cleanup)
// Dialogs and menus are loaded when they open, which takes long on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

class Silent {
  observe() {}
  unobserve() {}
  disconnect() {}
  close() {}
  addEventListener() {}
  removeEventListener() {}
}

type Granted = (lock: { name: string }) => unknown

/** Web Locks with one queue per name, as the specification orders them: the next holder waits for the last. */
function locks() {
  const last = new Map<string, Promise<unknown>>()
  return {
    request(name: string, optionsOrWork: object | Granted, maybeWork?: Granted) {
      const work = maybeWork ?? (optionsOrWork as Granted)
      const mine = (last.get(name) ?? Promise.resolve()).then(() => work({ name }))
      last.set(
        name,
        mine.catch(() => undefined),
      )
      return mine
    },
  }
}

if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: locks(), configurable: true })
globalThis.ResizeObserver ??= Silent as never
globalThis.IntersectionObserver ??= Silent as never
globalThis.EventSource ??= Silent as never
window.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as never
Element.prototype.scrollIntoView ??= () => undefined
