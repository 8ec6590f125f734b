import type { TestServer } from '@doable/client/server.testing'
import { operation } from '@doable/client/world.testing'
import type { Role } from '@doable/contracts/list'
import { newId } from '@doable/domain/ids'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { focusedTitle, showPage } from '../page.testing.tsx'

const grace = newId()
const listId = newId()

const share =
  (role: Role = 'owner') =>
  (server: TestServer) => {
    const fields = { name: 'Wedding', color: 'gray' } as const
    server.do(operation({ type: 'list.create', subjectId: listId, fields }))
    const list = server.rows.lists.get(listId)
    const members = [...(list?.members ?? []), { id: grace, name: 'Grace Hopper', role: 'editor' } as const]
    if (list) server.rows.lists.set(listId, { ...list, role, members, memberCount: 2 })
  }

async function wedding() {
  const page = await showPage(
    `/tasks/list/${listId}`,
    (store) => store.addTasks(['Cake', 'Band', 'Rings'].map((title) => ({ title, listId }))),
    share(),
  )
  const tasks = () => [...page.store.getSnapshot().tasks.values()]
  return { ...page, assigned: () => tasks().map(({ assigneeId }) => assigneeId) }
}
const row = (title: string) => screen.findByRole('button', { name: new RegExp(`^${title}`) })

test('the key a finds a member by typing; the row says who, and one step takes it back', async () => {
  const { user, assigned } = await wedding()
  await user.keyboard('ja')
  const field = await screen.findByRole('combobox', { name: 'Assign to' })
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toContain('Nobody')
  await user.type(field, 'hop{Enter}')
  expect(assigned()).toEqual([grace, null, null])
  expect((await row('Cake')).getAttribute('aria-label')).toBe('Cake, Assigned to Grace Hopper')
  expect(screen.getByTitle('Assigned to Grace Hopper')).toBeTruthy()
  await waitFor(() => expect(focusedTitle()).toBe('Cake'))
  await user.keyboard('{Control>}z{/Control}')
  expect(assigned()).toEqual([null, null, null])
})

test('many are assigned in one step', async () => {
  const { user, assigned } = await wedding()
  await user.keyboard('jxjx')
  const bar = await screen.findByRole('toolbar', { name: 'Selected tasks' })
  await user.click(within(bar).getByRole('button', { name: /^Assign to/ }))
  await user.click(await screen.findByRole('option', { name: 'Grace Hopper' }))
  expect(assigned()).toEqual([grace, grace, null])
  await user.keyboard('{Control>}z{/Control}')
  expect(assigned()).toEqual([null, null, null])
})

test('where nobody else is in a list, it offers nobody and shows nobody', async () => {
  const { user, store } = await showPage('/tasks/inbox', (store) => {
    store.addTask({ title: 'Alone', assigneeId: store.personId })
    store.addTask({ title: 'Free' })
  })
  expect((await row('Alone')).getAttribute('aria-label')).toBe('Alone')
  await user.keyboard('jx')
  expect(screen.queryByRole('button', { name: /^Assign to/ })).toBeNull()
  await user.keyboard('{Escape}')
  await user.click(await row('Free'))
  const panel = within(await screen.findByRole('complementary', { name: 'Details of Free' }))
  await panel.findByRole('button', { name: /^Reminders: ?None$/ })
  expect(panel.queryByRole('button', { name: /^Assignee/ })).toBeNull()
  expect(store.getSnapshot().tasks.size).toBe(2)
})
