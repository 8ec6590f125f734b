import { StoreProvider } from '@doable/client/react'
import type { Store } from '@doable/client/store'
import { settled, world } from '@doable/client/world.testing'
import { UiProvider } from '@doable/ui/provider'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { FavoriteLinks, FilterLinks } from './filter-links.tsx'

async function show(fill: (store: Store) => void) {
  const store = await world().open()
  await settled(store)
  fill(store)
  render(
    <StoreProvider store={store}>
      <UiProvider>
        <MemoryRouter>
          <FavoriteLinks />
          <FilterLinks />
        </MemoryRouter>
      </UiProvider>
    </StoreProvider>,
  )
  return { store, user: userEvent.setup() }
}
const part = (name: string) => screen.getByRole('region', { name })
const names = (name = 'Filters') =>
  within(part(name))
    .getAllByRole('link')
    .map((link) => link.textContent)

test('filters are put in order by the keyboard, and count the open tasks they show', async () => {
  const { store, user } = await show((store) => {
    store.addFilter({ name: 'Urgent', query: 'p1, @home' })
    store.addFilter({ name: 'Home', query: '@home' })
    store.addFilter({ name: 'Done', query: 'completed' })
    store.addTask({ title: 'Roof', priority: 1, labels: ['home'] })
    store.completeTasks([store.addTask({ title: 'Tap', priority: 1 })])
  })
  expect(names()).toEqual(['Urgent1 open', 'Home1 open', 'Done'])
  act(() => screen.getByRole('link', { name: /Urgent/ }).focus())
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(names()).toEqual(['Home1 open', 'Urgent1 open', 'Done'])
  expect(document.activeElement?.textContent).toBe('Urgent1 open')
  act(() => void store.addTask({ title: 'Call', priority: 1 }))
  await waitFor(() => expect(names()).toEqual(['Home1 open', 'Urgent2 open', 'Done']))
})

test('a favourite stands at the top, a copy below, and a removed one comes back', async () => {
  const { store, user } = await show((store) => {
    store.addFilter({ name: 'Urgent', query: 'p1', color: 'red' })
    store.addFilter({ name: 'Home', query: '@home' })
  })
  const choose = async (filter: string, entry: string) => {
    await user.click(screen.getByRole('button', { name: `Actions for filter ${filter}` }))
    await user.click(await screen.findByRole('menuitem', { name: entry }, { timeout: 10_000 }))
  }
  await choose('Home', 'Add to favourites')
  expect([names('Favourites'), names()]).toEqual([['Home'], ['Urgent']])
  await choose('Urgent', 'Duplicate')
  expect(names()).toEqual(['Urgent', 'Copy of Urgent'])
  const copies = [...store.getSnapshot().filters.values()].filter(({ query }) => query === 'p1')
  expect(copies.map(({ color }) => color)).toEqual(['red', 'red'])
  await choose('Copy of Urgent', 'Remove filter')
  expect(names()).toEqual(['Urgent'])
  act(() => void store.undo())
  await waitFor(() => expect(names()).toEqual(['Urgent', 'Copy of Urgent']))
})
