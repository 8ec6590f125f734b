import { StoreProvider } from '@doable/client/react'
import { settled, world } from '@doable/client/world.testing'
import { UiProvider } from '@doable/ui/provider'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { LabelLinks } from './label-links.tsx'

const names = () => screen.getAllByRole('link').map((link) => link.textContent)

test('labels are put in order by the keyboard and by their menu', async () => {
  const store = await world().open()
  await settled(store)
  for (const name of ['errand', 'home', 'phone']) store.addLabel({ name })
  render(
    <StoreProvider store={store}>
      <UiProvider>
        <MemoryRouter>
          <LabelLinks />
        </MemoryRouter>
      </UiProvider>
    </StoreProvider>,
  )
  const user = userEvent.setup()
  expect(names()).toEqual(['errand', 'home', 'phone'])
  act(() => screen.getByRole('link', { name: 'errand' }).focus())
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(names()).toEqual(['home', 'errand', 'phone'])
  expect(document.activeElement?.textContent).toBe('errand')
  await user.click(screen.getByRole('button', { name: 'Actions for label phone' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Move up' }, { timeout: 10_000 }))
  expect(names()).toEqual(['home', 'phone', 'errand'])
})
