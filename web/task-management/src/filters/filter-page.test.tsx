import { act, screen, within } from '@testing-library/react'
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
