import { activeLists, templates } from '@doable/client/list-selectors'
import { openTasksOfList } from '@doable/client/selectors'
import type { Store } from '@doable/client/store'
import { creation, operation } from '@doable/client/world.testing'
import { newId } from '@doable/domain/ids'
import { newFromTemplate } from '@doable/ui/events'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showPage, titlesShown } from '../page.testing.tsx'

const names = (store: Store) => activeLists(store.getSnapshot()).map(({ name }) => name)
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))

/** The button of that message; others may stand beside it. */
async function undo(text: string): Promise<HTMLElement> {
  const message = (await screen.findByText(text)).closest('li') as HTMLElement
  return within(message).getByRole('button', { name: 'Undo' })
}

/** A template with a section and dated tasks, and one without anything. */
function fill(store: Store) {
  const trip = store.addList({ name: 'Packing', color: 'blue', template: true })
  const bag = store.addSection({ listId: trip, name: 'Bag' })
  store.addTask({ title: 'Tickets', listId: trip, dueOn: '2026-03-27' })
  for (const title of ['Socks', 'Soap', 'Books', 'Umbrella'])
    store.addTask({ title, listId: trip, sectionId: bag, dueOn: '2026-03-30' })
  store.addList({ name: 'Newcomer', template: true })
}
const idOf = (store: Store, name: string) =>
  templates(store.getSnapshot()).find((list) => list.name === name)?.id ?? ''

test('without any the page says what templates are, and makes one', async () => {
  const { store, user } = await showPage('/tasks/templates')
  expect(await screen.findByText(/A template is a list to make others from/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'New template' }))
  const asked = await dialog('New template')
  await user.type(asked.getByRole('textbox', { name: 'Name' }), 'Packing{Enter}')
  await heading('Packing')
  expect(screen.getByText(/^Nothing in this template yet/)).toBeTruthy()
  expect([names(store), templates(store.getSnapshot())]).toMatchObject([['Inbox'], [{ name: 'Packing' }]])
})

test('a list is made of the template that is chosen, from the day that is chosen, as one step back', async () => {
  const { store, user } = await showPage('/tasks/templates', fill)
  await screen.findByRole('link', { name: 'Packing' })
  act(() => newFromTemplate.say({}))
  const asked = await dialog('New list from template')
  const preview = within(asked.getByRole('region', { name: 'What is in it' }))
  expect(preview.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    ...['Tickets', 'Socks', 'Soap', 'Books', '1 more'],
  ])
  expect(preview.getByRole('heading', { name: 'Bag' })).toBeTruthy()
  const name = asked.getByRole('textbox', { name: 'Name' })
  await user.clear(name)
  await user.type(name, 'Lisbon')
  fireEvent.change(asked.getByLabelText('Start day'), { target: { value: '2028-02-28' } })
  await user.click(asked.getByRole('button', { name: 'Add list' }))
  await heading('Lisbon')
  expect(names(store)).toEqual(['Inbox', 'Lisbon'])
  const made = activeLists(store.getSnapshot()).at(-1)?.id ?? ''
  const dues = openTasksOfList(store.getSnapshot(), made).map(({ title, dueOn }) => `${title} ${dueOn}`)
  expect(dues.toSorted().slice(-2)).toEqual(['Tickets 2028-02-28', 'Umbrella 2028-03-02'])
  await user.click(await undo('List Lisbon added'))
  expect(names(store)).toEqual(['Inbox'])
})

test('another template brings its name, unless somebody has typed one; without dates no day is asked for', async () => {
  const { store, user } = await showPage('/tasks/templates', fill)
  await user.click(await screen.findByRole('button', { name: 'New list from Packing' }))
  const asked = await dialog('New list from template')
  const name = asked.getByRole<HTMLInputElement>('textbox', { name: 'Name' })
  expect(name.value).toBe('Packing')
  await user.click(asked.getByRole('button', { name: /Template/ }))
  await user.click(await screen.findByRole('option', { name: 'Newcomer' }))
  expect(name.value).toBe('Newcomer')
  expect(asked.queryByLabelText('Start day')).toBeNull()
  await user.type(name, ' Mary{Enter}')
  await heading('Newcomer Mary')
  expect(names(store)).toEqual(['Inbox', 'Newcomer Mary'])
})

test('a template is opened and edited like a list, and what is in it cannot be completed', async () => {
  const { store, user } = await showPage('/tasks/templates', fill)
  await user.click(await screen.findByRole('link', { name: 'Packing' }))
  await heading('Packing')
  expect(screen.getByText('Template')).toBeTruthy()
  expect(titlesShown()).toEqual(['Tickets', 'Socks', 'Soap', 'Books', 'Umbrella'])
  const box = screen.getByRole<HTMLButtonElement>('checkbox', { name: 'Complete Tickets' })
  const why = 'A template is not worked through. Make a list from it.'
  expect([box.disabled, box.title]).toEqual([true, why])
  await user.keyboard('j ')
  expect(await screen.findByText(why)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'List actions' }))
  const entries = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)
  expect(entries).toEqual(['Edit template', 'Add section', 'Duplicate template', 'Move to trash'])
  await user.click(screen.getByRole('menuitem', { name: 'Move to trash' }))
  await waitFor(() => expect(idOf(store, 'Packing')).toBe(''))
  expect(openTasksOfList(store.getSnapshot(), store.personId)).toEqual([])
})

test('a task is added to a template and put into one of its sections there', async () => {
  const { store, user } = await showPage('/tasks/templates', fill)
  await user.click(await screen.findByRole('link', { name: 'Packing' }))
  await user.click((await screen.findAllByRole('button', { name: 'Add task' }))[0] as HTMLElement)
  await user.type(await screen.findByRole('combobox', { name: 'New task' }), 'Hat /Bag{Enter}')
  const id = idOf(store, 'Packing')
  const hat = openTasksOfList(store.getSnapshot(), id).find(({ title }) => title === 'Hat')
  const section = [...store.getSnapshot().sections.values()].find(({ listId }) => listId === id)
  expect(hat?.sectionId).toBe(section?.id)
})

test('a list is saved as a template from its menu, and stays what it is', async () => {
  const id = newId()
  const { store, user } = await showPage(`/tasks/list/${id}`, undefined, (server) =>
    server.do(
      operation({ type: 'list.create', subjectId: id, fields: { name: 'Trip' } as never }),
      creation('Socks', newId(), { listId: id }),
    ),
  )
  await heading('Trip')
  await user.click(screen.getByRole('button', { name: 'List actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Save as template' }))
  expect(await screen.findByText('Template')).toBeTruthy()
  expect(titlesShown()).toEqual(['Socks'])
  expect([names(store), openTasksOfList(store.getSnapshot(), id)]).toMatchObject([
    ['Inbox', 'Trip'],
    [{ title: 'Socks' }],
  ])
  await user.click(await undo('List Trip saved as a template'))
  expect(templates(store.getSnapshot())).toEqual([])
})
