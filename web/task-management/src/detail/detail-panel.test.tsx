import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { focusedTitle, showPage, titlesShown } from '../page.testing.tsx'

async function opened() {
  const page = await showPage('/tasks/inbox', (store) => {
    store.addTask({ title: 'Plan the journey' })
    store.addTask({ title: 'Pack' })
  })
  const [id] = [...page.store.getSnapshot().tasks.keys()] as [string]
  await page.user.keyboard('j{Enter}')
  const panel = within(await screen.findByRole('complementary', { name: 'Details of Plan the journey' }))
  return { ...page, id, panel, task: () => page.store.getSnapshot().tasks.get(id) }
}

test('opened by keyboard it takes the focus, and Escape gives it back to the row', async () => {
  const { user } = await opened()
  await waitFor(() =>
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Details of Plan the journey'),
  )
  await user.keyboard('{Escape}')
  await waitFor(() => expect(focusedTitle()).toBe('Plan the journey'))
  expect(screen.queryByRole('complementary')).toBeNull()
})

test('the title is kept on Enter and put back by Escape; an empty one is not taken', async () => {
  const { user, panel, task } = await opened()
  const title = panel.getByRole<HTMLTextAreaElement>('textbox', { name: 'Title' })
  await user.clear(title)
  await user.type(title, 'Plan{Escape}')
  expect(title.value).toBe('Plan the journey')
  await user.clear(title)
  await user.type(title, '{Enter}')
  expect(title.value).toBe('Plan the journey')
  await user.clear(title)
  await user.type(title, 'Plan the flight{Enter}')
  expect(task()?.title).toBe('Plan the flight')
  expect(titlesShown()).toEqual(['Plan the flight', 'Pack'])
})

test('notes are kept in a pause, on leaving and when the panel closes', async () => {
  const { user, panel, task } = await opened()
  await user.click(panel.getByRole('button', { name: 'Add notes' }))
  await user.keyboard('By **train**')
  await waitFor(() => expect(task()?.notes).toBe('By **train**'), { timeout: 5000 })
  await user.keyboard(', at night{Escape}')
  expect(task()?.notes).toBe('By **train**, at night')
  expect(await panel.findByText('train', { selector: 'strong' })).toBeTruthy()
  await user.click(panel.getByRole('button', { name: 'Edit notes' }))
  await user.keyboard('!')
  await user.click(panel.getByRole('button', { name: 'Close details' }))
  await waitFor(() => expect(task()?.notes).toBe('By **train**, at night!'))
})

test('subtasks are added one after the other and done right there', async () => {
  const { user, panel, store, id } = await opened()
  await user.click(panel.getByRole('button', { name: 'Add subtask' }))
  await panel.findByRole('combobox', { name: 'New task' })
  await user.keyboard('Tickets{Enter}Hotel{Enter}')
  const subtasks = panel.getByRole('region', { name: 'Subtasks' })
  await user.click(within(subtasks).getByRole('checkbox', { name: 'Complete Tickets' }))
  expect(within(subtasks).getByRole('heading').textContent).toBe('Subtasks1/2')
  const below = [...store.getSnapshot().tasks.values()].filter(({ parentId }) => parentId === id)
  expect(below.map(({ title, completedAt }) => [title, completedAt !== null])).toEqual([
    ['Tickets', true],
    ['Hotel', false],
  ])
})

test('labels are found by typing or made, and taken off again', async () => {
  const { user, panel, task } = await opened()
  await user.click(panel.getByRole('button', { name: /^Labels:/ }))
  const field = await screen.findByRole('combobox', { name: 'Labels' })
  await user.type(field, 'summer{Enter}')
  expect(task()?.labels).toEqual(['summer'])
  await user.type(field, 'sum{Enter}')
  expect(task()?.labels).toEqual([])
})

test('moves to another section, and the message takes it back', async () => {
  const { user, panel, store, task } = await opened()
  const sectionId = store.addSection({ listId: store.personId, name: 'Autumn' })
  await user.click(panel.getByRole('button', { name: /^List:/ }))
  await user.type(await screen.findByRole('combobox', { name: 'Move to' }), 'autumn{Enter}')
  expect(task()?.sectionId).toBe(sectionId)
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(task()?.sectionId).toBeNull()
})
