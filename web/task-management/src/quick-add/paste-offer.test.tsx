import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { titlesShown } from '../page.testing.tsx'
import { field, inline, tasksOf } from './quick-add.testing.tsx'

test('offers pasted lines as tasks, those set in as subtasks', async () => {
  const { user } = await inline()
  await user.click(field())
  await user.paste('- Shopping\n  - Milk\n  - Bread\n- Cleaning')
  expect(screen.getByText(/4 lines pasted/).textContent).toContain('2 of them become subtasks.')
  expect(screen.queryByRole('checkbox')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Add 4 tasks' }))
  await waitFor(() => expect(titlesShown()).toEqual(['Shopping', '  Milk', '  Bread', 'Cleaning']))
})

test('reads pasted lines as typed ones, unless they are to stay as they are', async () => {
  const { user, store } = await inline()
  const lines = 'Call mum tomorrow @phone\nReport p1 #Work'
  const group = () => within(screen.getByRole('group', { name: 'Pasted lines' }))
  await user.click(field())
  await user.paste(lines)
  expect(
    group()
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Call mum Tomorrow, @phone', 'Report in Work, priority 1'])
  await user.click(group().getByRole('button', { name: 'Add 2 tasks' }))
  expect(
    tasksOf(store)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['Call mum', 'Report'])
  await user.paste(lines)
  await user.click(group().getByRole('checkbox', { name: 'Read dates, lists and labels in them' }))
  await user.click(group().getByRole('button', { name: 'Add 2 tasks' }))
  expect(
    tasksOf(store)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['Call mum', 'Call mum tomorrow @phone', 'Report', 'Report p1 #Work'])
})
