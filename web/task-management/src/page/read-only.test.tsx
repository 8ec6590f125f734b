import { openTasksOfList } from '@doable/client/selectors'
import type { TestServer } from '@doable/client/server.testing'
import { creation, operation } from '@doable/client/world.testing'
import { newId } from '@doable/domain/ids'
import { openQuickAdd } from '@doable/ui/events'
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { focusedTitle, showPage, titlesShown } from '../page.testing.tsx'

const why = 'This list is shared with you for reading only.'
const listId = newId()

/** Somebody else's list with a section, which the person may look at. */
function shareForReading(server: TestServer) {
  const cake = newId()
  const sectionId = newId()
  server.do(
    operation({ type: 'list.create', subjectId: listId, fields: { name: 'Wedding' } as never }),
    operation({ type: 'section.create', subjectId: sectionId, fields: { listId, name: 'Later' } }),
    creation('Order the cake', cake, { listId, notes: 'With **nuts**', dueOn: '2030-01-02' }),
    creation('Choose a filling', newId(), { listId, parentId: cake }),
    creation('Send thanks', newId(), { listId, sectionId }),
  )
  const list = server.rows.lists.get(listId)
  if (list) server.rows.lists.set(listId, { ...list, role: 'viewer', memberCount: 2 })
}
const open = (path = `/tasks/list/${listId}`) =>
  showPage(path, (store) => void store.addTask({ title: 'My own' }), shareForReading)

test('a list that may only be read offers nothing that changes it, and says why', async () => {
  await open()
  const box = await screen.findByRole<HTMLButtonElement>('checkbox', { name: 'Complete Order the cake' })
  expect(box.disabled).toBe(true)
  expect(box.title).toBe(why)
  expect(titlesShown()).toEqual(['Order the cake', '  Choose a filling', 'Send thanks'])
  for (const name of ['Add task', 'Edit title', 'Due date', 'More actions', 'Actions for section Later'])
    expect(screen.queryByRole('button', { name }), name).toBeNull()
})

test('no key changes what may only be read, and each says why', async () => {
  const { user, store } = await open()
  await screen.findByRole('checkbox', { name: 'Complete Order the cake' })
  const before = JSON.stringify(openTasksOfList(store.getSnapshot(), listId))
  const step = store.lastStep
  for (const keys of [' ', 'e', 'd', 'l', 'm', 'p1', '{Delete}', '{Alt>}{ArrowDown}{/Alt}']) {
    await user.keyboard(`j${keys}`)
    await waitFor(() => expect(screen.getAllByText(why), keys).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog'), keys).toBeNull()
    expect(screen.queryByRole('textbox'), keys).toBeNull()
    screen.getByRole('button', { name: /^Order the cake/ }).focus()
  }
  expect(JSON.stringify(openTasksOfList(store.getSnapshot(), listId))).toBe(before)
  expect(store.lastStep).toBe(step)
})

test('the details of such a task are there to read', async () => {
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: /^Order the cake/ }))
  const panel = within(await screen.findByRole('complementary', { name: 'Details of Order the cake' }))
  expect(panel.getByText(why)).toBeTruthy()
  expect(await panel.findByText('nuts', { selector: 'strong' })).toBeTruthy()
  expect(panel.getByRole<HTMLTextAreaElement>('textbox', { name: 'Title' }).readOnly).toBe(true)
  for (const box of panel.getAllByRole<HTMLButtonElement>('checkbox')) expect(box.disabled).toBe(true)
  const offered = panel.getAllByRole('button').map((button) => button.textContent || button.ariaLabel)
  expect(offered).toEqual(['Close details', 'Choose a filling'])
})

test('of several picked tasks only those that may be changed are', async () => {
  const { user, store } = await open('/tasks/search?q=e')
  await act(() => store.addTask({ title: 'Mine, hence' }))
  await screen.findByRole('button', { name: /^Mine, hence/ })
  await user.keyboard('{Control>}')
  await user.click(screen.getByRole('button', { name: /^Send thanks/ }))
  const bar = within(await screen.findByRole('toolbar', { name: 'Selected tasks' }))
  expect(bar.getByText('Can only be read')).toBeTruthy()
  expect(bar.getAllByRole('button').map((button) => button.ariaLabel)).toEqual(['Clear selection'])
  await user.click(screen.getByRole('button', { name: /^Mine, hence/ }))
  await user.keyboard('{/Control}')
  await user.click(bar.getByRole('button', { name: 'Complete' }))
  expect(await screen.findByText('Task completed')).toBeTruthy()
  const done = [...store.getSnapshot().tasks.values()].filter(({ completedAt }) => completedAt !== null)
  expect(done.map(({ title }) => title)).toEqual(['Mine, hence'])
})

test('what is added while looking at such a list goes to the Inbox', async () => {
  const { user, store } = await open()
  await screen.findByRole('button', { name: /^Order the cake/ })
  act(() => openQuickAdd.say({}))
  await user.type(await screen.findByRole('combobox', { name: 'New task' }), 'Buy a present{Enter}')
  const added = [...store.getSnapshot().tasks.values()].find(({ title }) => title === 'Buy a present')
  expect(added?.listId).toBe(store.personId)
})

test('once the person may edit, all of it is offered', async () => {
  const { user, server, store } = await open()
  await screen.findByRole('button', { name: /^Order the cake/ })
  const list = server.rows.lists.get(listId)
  if (list) server.rows.lists.set(listId, { ...list, role: 'editor' })
  act(() => server.do(operation({ type: 'list.update', subjectId: listId, fields: { name: 'Feast' } })))
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Add task' })).toHaveLength(2))
  await user.keyboard('j ')
  expect(focusedTitle()).toBeTruthy()
  await waitFor(() => expect(openTasksOfList(store.getSnapshot(), listId)).toHaveLength(1))
})
