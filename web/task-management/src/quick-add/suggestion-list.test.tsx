import { shownTasks } from '@doable/client/selectors'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { field, grace, inline, options, tasksOf, tokens, words } from './quick-add.testing.tsx'

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

test('what comes with a task is undone with it', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Prune #Garden /Beds @winter{Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Prune' }])
  store.undo()
  const { lists, labels } = store.getSnapshot()
  const trashed = [...lists.values(), ...labels.values()].filter(({ trashedAt }) => trashedAt)
  expect(trashed.map(({ name }) => name)).toEqual(['Garden', 'winter'])
  expect(shownTasks(store.getSnapshot())).toEqual([])
})

test('suggests the sections of the list that is named, and people', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Report #Work /in')
  expect(options()).toEqual(['/In progress', 'New section “in”'])
  await user.keyboard('{Enter}')
  expect(field().value).toBe('Report #Work /In progress ')
  expect(tokens()).toEqual(['#Work', '/In progress'])
  await user.keyboard('+')
  expect(options()).not.toContain('+Grace Hopper')
  await user.clear(field())
  await user.keyboard('Report +gra')
  expect(options()).toEqual(['+Grace Hopper'])
  await user.keyboard('{Enter}{Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Report', assigneeId: grace.id }])
})

test('offers to make what does not exist, without being in the way of adding', async () => {
  const { user, store } = await inline()
  await user.type(field(), 'Prune #Gard')
  expect(options()).toEqual(['New list “Gard”'])
  expect(screen.queryByRole('option', { selected: true })).toBeNull()
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('New list “Gard”')
  await user.keyboard('{Enter}')
  expect(field().value).toBe('Prune #Gard ')
  await user.keyboard('@"waiting for')
  expect(options()).toEqual(['New label “waiting for”'])
  await user.keyboard('{ArrowUp}{Enter}')
  expect(field().value).toBe('Prune #Gard @"waiting for" ')
  await user.keyboard('{Enter}')
  expect(tasksOf(store)).toMatchObject([{ title: 'Prune', labels: ['waiting for'] }])
})
