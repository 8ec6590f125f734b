import { newId } from '@doable/domain/ids'
import { screen, within } from '@testing-library/react'
import { showPage } from '../page.testing.tsx'

export const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'New task' })
export const words = () =>
  document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent
export const tokens = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)
export const tasksOf = (store: { getSnapshot(): { tasks: ReadonlyMap<string, { title: string }> } }) => [
  ...store.getSnapshot().tasks.values(),
]

export const parts = () => within(screen.getByRole('list', { name: 'Understood' }))
export const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)

export const grace = { id: newId(), name: 'Grace Hopper', role: 'editor' } as const

export async function inline() {
  const page = await showPage(
    '/tasks/inbox',
    (store) => {
      const listId = store.addList({ name: 'Work' })
      store.addSection({ listId, name: 'In progress' })
      store.addLabel({ name: 'phone' })
    },
    ({ rows, personId }) => {
      const inbox = rows.lists.get(personId)
      if (inbox) rows.lists.set(inbox.id, { ...inbox, members: [...inbox.members, grace] })
    },
  )
  await page.user.click(await screen.findByRole('button', { name: 'Add task' }))
  await screen.findByRole('combobox', { name: 'New task' })
  return page
}
