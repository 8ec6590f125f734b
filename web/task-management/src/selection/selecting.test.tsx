import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { focusedTitle, showPage, titlesShown } from '../page.testing.tsx'

const chosen = () =>
  [...document.querySelectorAll('[data-chosen] [data-title]')].map((title) => title.textContent)
const five = (store: { addTask(fields: { title: string }): string }) => {
  for (const title of ['A', 'B', 'C', 'D', 'E']) store.addTask({ title })
}

test('picks by keyboard, and what is done to the picked is one step', async () => {
  const { user, store } = await showPage('/tasks/inbox', five)
  await user.keyboard('jj')
  expect(focusedTitle()).toBe('B')
  await user.keyboard('xjjx')
  expect(chosen()).toEqual(['B', 'D'])
  expect((await screen.findByRole('toolbar', { name: 'Selected tasks' })).textContent).toContain('2 selected')
  await user.keyboard('p1')
  const priorities = [...store.getSnapshot().tasks.values()].map(
    ({ title, priority }) => `${title}${priority}`,
  )
  expect(priorities).toEqual(['A4', 'B1', 'C4', 'D1', 'E4'])
  await waitFor(() =>
    expect(document.querySelector('body > [role=status]')?.textContent).toBe('2 tasks changed'),
  )
  await user.keyboard('{Delete}')
  await waitFor(() => expect(titlesShown()).toEqual(['A', 'C', 'E']))
  expect(screen.getByText('2 tasks moved to the trash')).toBeTruthy()
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(titlesShown()).toEqual(['A', 'B', 'C', 'D', 'E']))
  await user.keyboard('{Control>}z{/Control}')
  expect([...store.getSnapshot().tasks.values()].every(({ priority }) => priority === 4)).toBe(true)
})

test('picks a stretch with Shift and single rows with Ctrl; Escape picks none', async () => {
  const { user } = await showPage('/tasks/inbox', five)
  const row = (name: string) => screen.getByRole('button', { name })
  await user.keyboard('{Control>}')
  await user.click(row('B'))
  await user.keyboard('{/Control}{Shift>}')
  await user.click(row('D'))
  await user.keyboard('{/Shift}{Control>}')
  await user.click(row('C, selected'))
  await user.keyboard('{/Control}')
  expect(chosen()).toEqual(['B', 'D'])
  expect(row('B, selected')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(chosen()).toEqual([])
})
