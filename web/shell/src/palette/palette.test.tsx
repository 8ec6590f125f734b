import { StoreProvider } from '@doable/client/react'
import { Store } from '@doable/client/store'
import type { Transport } from '@doable/client/transport'
import { UiProvider } from '@doable/ui/provider'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import Palette from './palette.tsx'
import { fits } from './use-answers.ts'

/** A server that never answers: the palette must not need one. */
const silent: Transport = {
  push: () => new Promise(() => {}),
  pull: () => new Promise(() => {}),
  listen: () => () => {},
}
let store: Store
beforeEach(async () => {
  store = new Store({ personId: crypto.randomUUID(), transport: silent })
  await store.start()
})
afterEach(() => store.wipe())

let address = ''
function Address() {
  const { pathname, search } = useLocation()
  address = pathname + search
  return null
}

function Opened({ onClose }: { onClose(): void }) {
  const [value, onChange] = useState('')
  return <Palette line={{ label: 'Search and commands', value, onChange }} onClose={onClose} />
}

async function open(onClose = () => {}) {
  render(
    <UiProvider>
      <MemoryRouter>
        <StoreProvider store={store}>
          <Opened onClose={onClose} />
        </StoreProvider>
        <Address />
      </MemoryRouter>
    </UiProvider>,
  )
  return screen.findByRole('combobox')
}
const chosen = () => screen.getByRole('option', { selected: true }).textContent

test('a task is found by a word of its title and opens beside its list', async () => {
  const id = store.addTask({ title: 'Crème brûlée for Ada' })
  store.addTask({ title: 'Water the plants' })
  let closed = 0
  await userEvent.type(await open(() => void closed++), 'brulee')
  await waitFor(() => expect(chosen()).toContain('Crème brûlée for Ada'))
  expect(screen.queryByText('Water the plants')).toBeNull()
  await userEvent.keyboard('{Enter}')
  expect(closed).toBe(1)
  expect(address).toContain(`task=${id}`)
})

test('a filter is found by its name, with its query beside it', async () => {
  const id = store.addFilter({ name: 'Urgent at work', query: 'p1 & #Work' })
  await userEvent.type(await open(), 'urg')
  await waitFor(() => expect(chosen()).toBe('Urgent at workp1 & #Work'))
  await userEvent.keyboard('{Enter}')
  expect(address).toBe(`/tasks/filter/${id}`)
})

test('the arrows go round, and the reader is told where they are', async () => {
  const field = await open()
  const first = chosen()
  await userEvent.type(field, '{ArrowUp}')
  const options = screen.getAllByRole('option')
  expect(chosen()).toBe(options.at(-1)?.textContent)
  expect(field.getAttribute('aria-activedescendant')).toBe(options.at(-1)?.id)
  await userEvent.type(field, '{ArrowDown}')
  expect(chosen()).toBe(first)
})

test('nothing found offers the search over everything', async () => {
  await userEvent.type(await open(), 'zzz')
  await waitFor(() => expect(chosen()).toContain('zzz'))
  await userEvent.keyboard('{Enter}')
  expect(address).toBe('/tasks/search?q=zzz')
})

test.each([
  ['Dark theme', 'da', true],
  ['Dark theme', 'th da', true],
  ['Dark theme', 'ark', false],
  ['Über mich', 'uber', true],
])('%s fits %s: %s', (text, words, expected) => expect(fits(text, words)).toBe(expected))
