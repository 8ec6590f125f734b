import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { focusedTitle, showPage } from '../page.testing.tsx'

test('on a card Shift and the arrows pick, Home and End lead to the ends of the column', async () => {
  const { user } = await showPage('/tasks/inbox', (store) => {
    const sectionId = store.addSection({ listId: store.personId, name: 'Later' })
    for (const title of ['A', 'B', 'C']) store.addTask({ title })
    for (const title of ['D', 'E']) store.addTask({ title, sectionId })
    store.setView(`list ${store.personId}`, { layout: 'board' })
  })
  await screen.findByRole('list', { name: 'Later' })
  await user.keyboard('j{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(await screen.findByText('3 selected')).toBeTruthy()
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}')
  expect(screen.getByText('2 selected')).toBeTruthy()
  await waitFor(() => expect(focusedTitle()).toBe('B'))
  await user.keyboard('{End}')
  await waitFor(() => expect(focusedTitle()).toBe('C'))
  await user.keyboard('{Home}')
  await waitFor(() => expect(focusedTitle()).toBe('A'))
  await user.keyboard('{ArrowRight}{End}')
  await waitFor(() => expect(focusedTitle()).toBe('E'))
})
