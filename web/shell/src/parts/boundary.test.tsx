import { lazyPage } from '@doable/ui/lazy-page'
import { UiProvider } from '@doable/ui/provider'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Boundary } from './boundary.tsx'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

/** A page whose code cannot be loaded until `repair` is called. */
function brokenPage() {
  let down = true
  const load = async () => {
    if (down) throw new TypeError('Failed to fetch dynamically imported module')
    return { default: () => <p>the page</p> }
  }
  return {
    load,
    repair: () => {
      down = false
    },
  }
}

test('a part that cannot be loaded says so, and the rest goes on', async () => {
  const Page = lazyPage(brokenPage().load)
  render(
    <UiProvider>
      <Boundary>
        <Page />
      </Boundary>
      <p>the rest</p>
    </UiProvider>,
  )
  expect((await screen.findByRole('alert')).textContent).toContain('This part is not available right now.')
  expect(screen.getByText('the rest')).toBeTruthy()
})

test('it can be tried again', async () => {
  const { load, repair } = brokenPage()
  const Page = lazyPage(load)
  render(
    <Boundary onRetry={Page.retry}>
      <Page />
    </Boundary>,
    { wrapper: UiProvider },
  )
  const again = await screen.findByRole('button', { name: 'Try again' })
  repair()
  await userEvent.click(again)
  expect(await screen.findByText('the page')).toBeTruthy()
})

test('a small place stays empty instead', async () => {
  const Page = lazyPage(brokenPage().load)
  const { container } = render(
    <Boundary place="quiet">
      <Page />
    </Boundary>,
    { wrapper: UiProvider },
  )
  await vi.waitFor(() => expect(console.error).toHaveBeenCalled())
  expect(container.textContent).toBe('')
})
