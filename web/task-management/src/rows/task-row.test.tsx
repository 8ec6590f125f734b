import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { focusedTitle, showPage, titlesShown } from '../page.testing.tsx'

const three = (store: { addTask(fields: { title: string }): string }) => {
  for (const title of ['One', 'Two', 'Three']) store.addTask({ title })
}

test('a row is named by its title and what matters, and says where it stands', async () => {
  await showPage('/tasks/inbox', (store) => {
    const id = store.addTask({
      title: 'Renew passport',
      priority: 1,
      dueOn: '2020-01-02',
      deadlineOn: '2020-01-03',
      labels: ['admin'],
    })
    store.addTask({ title: 'Photos', parentId: id })
    store.addTask({ title: 'Water the plants' })
  })
  const name = /^Renew passport, priority 1, overdue, .*2020, deadline .*2020, 0 of 1 subtasks done, @admin$/
  const row = (await screen.findByRole('button', { name })).closest('[role=listitem]')
  expect(row?.getAttribute('aria-posinset')).toBe('1')
  expect(row?.getAttribute('aria-setsize')).toBe('3')
  expect(titlesShown()).toEqual(['Renew passport', '  Photos', 'Water the plants'])
})

test('completing by keyboard hands the focus to the next row and can be undone', async () => {
  const { user, store } = await showPage('/tasks/inbox', three)
  await user.keyboard('j')
  expect(focusedTitle()).toBe('One')
  await user.keyboard(' ')
  await waitFor(() => expect(focusedTitle()).toBe('Two'))
  await waitFor(() => expect(titlesShown()).toEqual(['Two', 'Three']))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(titlesShown()).toEqual(['One', 'Two', 'Three'])
  expect([...store.getSnapshot().tasks.values()].every((task) => task.completedAt === null)).toBe(true)
})

test('after the last row is gone the focus is on the title of the page', async () => {
  const { user } = await showPage('/tasks/inbox', (store) => void store.addTask({ title: 'Only' }))
  await user.keyboard('j{Delete}')
  expect(await screen.findByText('Task moved to the trash')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })))
})

test('the ring completes and the row opens the details', async () => {
  const { user, store } = await showPage('/tasks/inbox', three)
  await user.click(await screen.findByRole('checkbox', { name: 'Complete Two' }))
  const two = [...store.getSnapshot().tasks.values()].find(({ title }) => title === 'Two')
  expect(two?.completedAt).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Three' }))
  const panel = await screen.findByRole('complementary', { name: 'Details of Three' })
  expect(within(panel).getByRole<HTMLTextAreaElement>('textbox', { name: 'Title' }).value).toBe('Three')
})

test('the title is written in place; Escape keeps the former one', async () => {
  const { user } = await showPage('/tasks/inbox', three)
  await user.keyboard('je')
  await user.clear(screen.getByRole('textbox', { name: 'Title' }))
  await user.keyboard('Renamed{Enter}')
  await waitFor(() => expect(focusedTitle()).toBe('Renamed'))
  await user.keyboard('e')
  await user.keyboard('Nonsense{Escape}')
  await waitFor(() => expect(titlesShown()).toEqual(['Renamed', 'Two', 'Three']))
})
