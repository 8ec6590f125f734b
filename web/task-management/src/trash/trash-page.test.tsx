import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showPage } from '../page.testing.tsx'

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent

test('the focus goes on to what moves up when a task is brought back or erased', async () => {
  const { user } = await showPage('/tasks/trash', (store) => {
    store.trashTasks(['A', 'B', 'C'].map((title) => store.addTask({ title })))
  })
  const buttons = () => screen.getAllByRole('button', { name: /^Restore / }).map((each) => each.ariaLabel)
  await screen.findByRole('button', { name: 'Restore B' })
  const [first, second, third] = buttons().length ? screen.getAllByRole('button', { name: /^Restore / }) : []
  const names = [first, second, third].map((each) => each?.getAttribute('aria-label'))
  await user.click(first as HTMLElement)
  await waitFor(() => expect(focused()).toBe(names[1]))
  await user.click(screen.getAllByRole('button', { name: /^Erase / })[0] as HTMLElement)
  const dialog = await screen.findByRole('alertdialog')
  await user.click(within(dialog).getByRole('button', { name: 'Erase task' }))
  await waitFor(() => expect(focused()).toBe(names[2]))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(focused()).toBe('Trash'))
})
