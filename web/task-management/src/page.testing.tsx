import { StoreProvider } from '@doable/client/react'
import type { TestServer } from '@doable/client/server.testing'
import type { Store } from '@doable/client/store'
import { settled, world } from '@doable/client/world.testing'
import { UiProvider } from '@doable/ui/provider'
import { configure, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { AddBar } from './adding/add-bar.tsx'
import TaskArea from './views/task-area.tsx'

// Panels, dialogs and quick add are fetched when they first open, and here compiled too.
configure({ asyncUtilTimeout: 10_000 })

const size = (element: Element) =>
  element.matches('[role=list], [role=list] *, [role=treegrid] > div *') ? 40 : 2000

/** jsdom lays nothing out; a virtual list draws rows only where it hears of sizes. Here everything is in sight. */
class Sizes {
  readonly #heard: ResizeObserverCallback
  constructor(heard: ResizeObserverCallback) {
    this.#heard = heard
  }
  observe(target: Element) {
    const contentRect = { width: 800, height: size(target) } as DOMRectReadOnly
    queueMicrotask(() => this.#heard([{ target, contentRect } as ResizeObserverEntry], this as never))
  }
  unobserve() {}
  disconnect() {}
}

function layOut() {
  globalThis.ResizeObserver = Sizes as never
  HTMLElement.prototype.scrollTo ??= () => undefined
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    configurable: true,
    get(this: HTMLElement) {
      return this.parentNode
    },
  })
}

/**
 * A page of task management at an address, on a real store beside a test server. `fill` adds what it starts with,
 * `prepare` what the server has before that.
 */
export async function showPage(
  path: string,
  fill: (store: Store) => void = () => undefined,
  prepare: (server: TestServer) => void = () => undefined,
) {
  layOut()
  localStorage.clear()
  const { open, server } = world()
  prepare(server)
  const store = await open()
  await settled(store)
  fill(store)
  const user = userEvent.setup()
  const page = (
    <StoreProvider store={store}>
      <UiProvider>
        <MemoryRouter initialEntries={[path.replace('INBOX', store.personId)]}>
          <Routes>
            <Route path="/tasks/*" element={<TaskArea />} />
          </Routes>
          <AddBar />
        </MemoryRouter>
      </UiProvider>
    </StoreProvider>
  )
  return { store, server, user, ...render(page) }
}

/** Titles of the rows from top to bottom, set in by depth. */
export const titlesShown = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-row]:not([data-leaving])')].map(
    (row) => '  '.repeat(Number(row.dataset.depth ?? 0)) + row.querySelector('[data-title]')?.textContent,
  )

/** The title of the row that has the focus. */
export const focusedTitle = (): string | undefined =>
  document.activeElement?.closest('[data-row]')?.querySelector('[data-title]')?.textContent ?? undefined
