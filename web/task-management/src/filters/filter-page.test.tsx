import { openQuickAdd } from '@doable/ui/events'
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { showPage, titlesShown } from '../page.testing.tsx'

const open = (path: string, prepare: Parameters<typeof showPage>[1] = () => undefined) =>
  showPage(path, prepare)

async function editor(user: Awaited<ReturnType<typeof open>>['user']) {
  await user.click(await screen.findByRole('button', { name: /^Edit filter:/ }))
  return screen.findByRole('combobox', { name: 'Filter' })
}

test('a query of the address shows its panes, and filters as it is changed', async () => {
  const { user } = await open('/tasks/all?filter=p1,%20@home', (store) => {
    store.addTask({ title: 'Letter', priority: 1 })
    store.addTask({ title: 'Dishes', labels: ['home'] })
    store.addTask({ title: 'Roof', labels: ['home'], priority: 1 })
    store.addTask({ title: 'Else' })
  })
  const list = await screen.findByRole('list', { name: 'Unsaved filter' })
  const headings = within(list).getAllByRole('heading', { level: 2 })
  expect(headings.map((heading) => heading.textContent)).toEqual(['p1', '@home1 more further up'])
  expect(titlesShown()).toEqual(['Letter', 'Roof', 'Dishes'])
  const field = await editor(user)
  await user.clear(field)
  await user.type(field, '!p1 & no label')
  await screen.findByText('Else')
  await act(async () => undefined)
  expect(titlesShown()).toEqual(['Else'])
})

test('what is no query says where and why, and leaves what was shown before', async () => {
  const { user } = await open('/tasks/all?filter=p1', (store) => {
    store.addTask({ title: 'Letter', priority: 1 })
    store.addTask({ title: 'Else' })
  })
  const field = await editor(user)
  await user.type(field, ' & due: zzz')
  await screen.findByText(/^At character 11: A day was expected/)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(field.getAttribute('aria-describedby')).toBeTruthy()
  expect(titlesShown()).toEqual(['Letter'])
  expect(screen.getByRole('button', { name: 'Save as filter' }).hasAttribute('disabled')).toBe(true)
})

test('a filter is made, changed, left as it was, and kept as another one', async () => {
  const { store, user } = await open('/tasks/filter/new', (store) => {
    store.addTask({ title: 'Letter', priority: 1 })
    store.addTask({ title: 'Dishes', priority: 2 })
  })
  const kept = () => [...store.getSnapshot().filters.values()].map(({ name, query }) => `${name}: ${query}`)
  const name = async (title: string, text: string) => {
    const dialog = await screen.findByRole('dialog', { name: title })
    const field = within(dialog).getByRole('textbox', { name: 'Name' })
    await user.clear(field)
    await user.type(field, text)
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  }
  expect(await screen.findByText(/^Say which tasks to show: type/)).toBeTruthy()
  await user.type(await screen.findByRole('combobox', { name: 'Filter' }), 'p1')
  await user.click(screen.getByRole('button', { name: 'Save as filter' }))
  await name('Save as filter', 'Urgent')
  await screen.findByRole('heading', { level: 1, name: 'Urgent' })
  expect(kept()).toEqual(['Urgent: p1'])
  expect(titlesShown()).toEqual(['Letter'])

  await user.type(await editor(user), ' | p2')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(kept()).toEqual(['Urgent: p1 | p2'])
  expect(titlesShown()).toEqual(['Letter', 'Dishes'])
  await user.type(screen.getByRole('combobox', { name: 'Filter' }), ' | p3')
  await user.click(screen.getByRole('button', { name: 'Discard changes' }))
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  await user.type(screen.getByRole('combobox', { name: 'Filter' }), ' | p4')
  await user.click(screen.getByRole('button', { name: 'Save as new' }))
  await name('Save as new filter', 'Any')
  await screen.findByRole('heading', { level: 1, name: 'Any' })
  expect(kept()).toEqual(['Urgent: p1 | p2', 'Any: p1 | p2 | p4'])
})

test('what could be typed is offered, and a name that means nothing is pointed out', async () => {
  const { user } = await open('/tasks/filter/new', (store) => {
    store.addList({ name: 'Home repairs' })
    store.addTask({ title: 'Letter' })
  })
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Filter' })
  await user.type(field, 'p1 & #rep')
  const option = await screen.findByRole('option', { name: /Home repairs/ })
  expect(field.getAttribute('aria-activedescendant')).toBe(option.id)
  expect(screen.getByText('There is no list “rep”.')).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(field.value).toBe('p1 & #Home repairs')
  expect(screen.queryByText(/There is no list/)).toBeNull()
  expect(field.getAttribute('aria-expanded')).toBe('false')
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('button', { name: 'Edit filter: p1 & #Home repairs' })).toBe(
    document.activeElement,
  )
})

test('a task that is added has what the filter plainly asks for', async () => {
  const { store, user } = await open('/tasks/all?filter=p2%20%26%20@home%20%26%20no%20date')
  await user.click(await screen.findByRole('button', { name: 'Add task' }))
  await user.type(await screen.findByRole('combobox', { name: 'New task' }), 'Roof{Enter}')
  await waitFor(() => expect(titlesShown()).toEqual(['Roof']))
  const [roof] = store.getSnapshot().tasks.values()
  expect(roof).toMatchObject({ title: 'Roof', priority: 2, labels: ['home'], dueOn: null })
})

test('each pane of a filter adds what it asks for itself, and nothing is added to what is completed', async () => {
  const { store, user } = await open('/tasks/all?filter=p1,%20@home,%20completed')
  await screen.findByRole('list', { name: 'Unsaved filter' })
  const adds = screen.getAllByRole('button', { name: 'Add task' })
  expect(adds).toHaveLength(2)
  await user.click(adds[1] as HTMLElement)
  await user.type(await screen.findByRole('combobox', { name: 'New task' }), 'Roof{Enter}')
  await waitFor(() => expect(titlesShown()).toEqual(['Roof']))
  const [roof] = store.getSnapshot().tasks.values()
  expect(roof).toMatchObject({ priority: 4, labels: ['home'] })
})

test('q adds what the filter asks for, and what is typed goes before that', async () => {
  const { store, user } = await open('/tasks/all?filter=p2%20%26%20@home')
  await screen.findByRole('button', { name: 'Add task' })
  act(() => openQuickAdd.say({}))
  await user.type(await screen.findByRole('combobox', { name: 'New task' }), 'Roof p1{Enter}')
  await waitFor(() => expect(store.getSnapshot().tasks.size).toBe(1))
  const [roof] = store.getSnapshot().tasks.values()
  expect(roof).toMatchObject({ title: 'Roof', priority: 1, labels: ['home'] })
})
