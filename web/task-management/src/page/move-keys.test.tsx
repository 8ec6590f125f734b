import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { focusedTitle, showPage, titlesShown } from '../page.testing.tsx'

const said = async (text: string) =>
  waitFor(() => expect(document.querySelector('body > [role=status]')?.textContent).toBe(text))
const alt = (key: string) => `{Alt>}{${key}}{/Alt}`

test('moves a task along, in and out, and says where it is', async () => {
  const { user } = await showPage('/tasks/inbox', (store) => {
    for (const title of ['A', 'B', 'C']) store.addTask({ title })
  })
  await user.keyboard(`jj${alt('ArrowUp')}`)
  expect(titlesShown()).toEqual(['B', 'A', 'C'])
  await said('Moved above A')
  await user.keyboard(alt('ArrowUp'))
  await said('It cannot go further.')
  await user.keyboard(alt('ArrowDown') + alt('ArrowDown'))
  expect(titlesShown()).toEqual(['A', 'C', 'B'])
  await user.keyboard(alt('ArrowRight'))
  expect(titlesShown()).toEqual(['A', 'C', '  B'])
  await said('Now a subtask of C')
  await user.keyboard(alt('ArrowLeft'))
  expect(titlesShown()).toEqual(['A', 'C', 'B'])
  await said('No longer a subtask of C')
  expect(focusedTitle()).toBe('B')
})

test('moves over the edge of a section into the next one', async () => {
  const { user, store } = await showPage('/tasks/inbox', (store) => {
    store.addTask({ title: 'Above' })
    const sectionId = store.addSection({ listId: store.personId, name: 'Later' })
    store.addTask({ title: 'Below', sectionId })
  })
  await user.keyboard(`j${alt('ArrowDown')}`)
  await said('Moved to section Later')
  const above = [...store.getSnapshot().tasks.values()].find(({ title }) => title === 'Above')
  expect(above?.sectionId).not.toBeNull()
  expect(titlesShown()).toEqual(['Above', 'Below'])
  await user.keyboard(alt('ArrowUp'))
  await said('Moved above the sections')
})

test('does not reorder where the page is sorted otherwise, and says so', async () => {
  const { user } = await showPage('/tasks/inbox', (store) => {
    for (const title of ['B', 'A']) store.addTask({ title })
    store.setView(`list ${store.personId}`, { sort: 'title' })
  })
  await screen.findByRole('button', { name: 'A' })
  expect(titlesShown()).toEqual(['A', 'B'])
  screen.getByRole('button', { name: 'A' }).focus()
  await user.keyboard(alt('ArrowDown'))
  await said('Tasks can be reordered where they are sorted by your own order.')
  expect(titlesShown()).toEqual(['A', 'B'])
})
