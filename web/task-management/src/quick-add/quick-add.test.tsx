import { nowAt } from '@doable/domain/calendar'
import { currentReader } from '@doable/ui/format'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showPage, titlesShown } from '../page.testing.tsx'

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'New task' })
const words = () => document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent
const tokens = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)
const tasksOf = (store: { getSnapshot(): { tasks: ReadonlyMap<string, { title: string }> } }) => [
  ...store.getSnapshot().tasks.values(),
]

async function inline() {
  const page = await showPage('/tasks/inbox', (store) => {
    store.addList({ name: 'Work' })
    store.addLabel({ name: 'phone' })
  })
  await page.user.click(await screen.findByRole('button', { name: 'Add task' }))
  await screen.findByRole('combobox', { name: 'New task' })
  return page
}

test('adds what it says it understood, and stays open for the next task', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Call mum tomorrow 17:00 #Work @phone p1')
  expect(tokens()).toEqual(['tomorrow 17:00', '#Work', '@phone', 'p1'])
  expect(words()).toMatch(/^Tomorrow .*, in Work, @phone, priority 1$/)
  await user.keyboard('{Enter}')
  const work = [...store.getSnapshot().lists.values()].find(({ name }) => name === 'Work')
  expect(tasksOf(store)).toMatchObject([
    { title: 'Call mum', listId: work?.id, labels: ['phone'], priority: 1, dueTime: '17:00' },
  ])
  expect(field().value).toBe('')
  await user.keyboard('Second{Enter}')
  await waitFor(() => expect(titlesShown()).toEqual(['Second']))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Add task'))
})

test('Backspace behind a token turns it back to text before it deletes, and it stays text', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Watch Friday')
  expect(tokens()).toEqual(['Friday'])
  await user.keyboard('{Backspace}')
  expect(tokens()).toEqual([])
  expect(field().value).toBe('Watch Friday')
  await user.keyboard('{Home}Please {Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Please Watch Friday', dueOn: null }])
})

test('suggests names at the caret, and Enter takes the one pointed at', async () => {
  const { user } = await inline()
  await user.type(field(), 'Report #wo')
  expect(screen.getByRole('option', { name: '#Work', selected: true }).id).toBe(
    field().getAttribute('aria-activedescendant'),
  )
  await user.keyboard('{Enter}')
  expect(field().value).toBe('Report #Work ')
  expect(screen.queryByRole('option')).toBeNull()
  await user.keyboard('@ph{Escape}')
  expect(screen.queryByRole('option')).toBeNull()
  expect(field().value).toBe('Report #Work @ph')
})

test('says that a list or label is new, and makes it with the task', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Prune #Garden @winter')
  expect(words()).toBe('in the new list Garden, new label @winter')
  await user.keyboard('{Enter}')
  const garden = [...store.getSnapshot().lists.values()].find(({ name }) => name === 'Garden')
  expect(tasksOf(store)).toMatchObject([{ title: 'Prune', listId: garden?.id }])
  expect([...store.getSnapshot().labels.values()].map(({ name }) => name)).toEqual(['phone', 'winter'])
})

test('offers pasted lines as tasks, those set in as subtasks', async () => {
  const { user } = await inline()
  await user.click(field())
  await user.paste('- Shopping\n  - Milk\n  - Bread\n- Cleaning')
  expect(screen.getByText(/4 lines pasted/).textContent).toContain('2 of them become subtasks.')
  await user.click(screen.getByRole('button', { name: 'Add 4 tasks' }))
  await waitFor(() => expect(titlesShown()).toEqual(['Shopping', '  Milk', '  Bread', 'Cleaning']))
})

test('q adds to where one is: on Today for today', async () => {
  const { user, store } = await showPage('/tasks/today')
  const { openQuickAdd } = await import('@doable/ui/events')
  openQuickAdd.say({})
  await screen.findByRole('dialog', { name: 'Add task' })
  await user.type(field(), 'Now{Enter}')
  const today = nowAt(new Date().toISOString(), currentReader().timeZone).day
  expect(tasksOf(store)).toMatchObject([{ title: 'Now', dueOn: today }])
})
