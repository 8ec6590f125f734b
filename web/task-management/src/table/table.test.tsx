import { settingsOf } from '@doable/client/view-selectors'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { focusedTitle, showPage, titlesShown } from '../page.testing.tsx'

/** The Inbox as a table of two tasks, one with a subtask. */
async function table() {
  const shown = await showPage('/tasks/inbox', (store) => {
    const parentId = store.addTask({ title: 'Apples', priority: 1 })
    store.addTask({ title: 'Peel them', parentId })
    store.addTask({ title: 'Bread', labels: ['shop'], durationMinutes: 90 })
    store.setView(`list ${store.personId}`, { layout: 'table' })
  })
  await screen.findByRole('treegrid', { name: 'Inbox' })
  const settings = () => settingsOf(shown.store.getSnapshot(), `list ${shown.store.personId}`)
  const cell = (title: string, column: string) => {
    const row = [...document.querySelectorAll('[data-row]')].find(
      (each) => each.querySelector('[data-title]')?.textContent === title,
    )
    return row?.querySelector<HTMLElement>(`[data-cell="${column}"]`) as HTMLElement
  }
  const headings = () => screen.getAllByRole('columnheader').map((each) => each.textContent)
  return { ...shown, settings, cell, headings }
}

test('rows hold what tasks have, subtasks below their parents, and say how deep they are', async () => {
  const { cell, headings } = await table()
  expect(headings()).toEqual(['Title', 'Due', 'Priority', 'Labels', 'Deadline', 'Duration'])
  expect(titlesShown()).toEqual(['Apples', '  Peel them', 'Bread'])
  expect(['priority', 'labels', 'duration'].map((column) => cell('Bread', column).textContent)).toEqual([
    '',
    '@shop',
    '1 h 30 min',
  ])
  const rows = screen.getAllByRole('row').filter((row) => row.querySelector('[data-row]'))
  expect(rows.map((row) => row.ariaLevel ?? row.getAttribute('aria-level'))).toEqual(['1', '2', '1'])
  expect(rows[0]?.getAttribute('aria-expanded')).toBe('true')
})

test('one cell takes Tab, and arrows go from cell to cell', async () => {
  const { user, cell } = await table()
  cell('Apples', 'title').focus()
  await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{End}')
  expect(document.activeElement).toBe(cell('Bread', 'duration'))
  const stops = [...document.querySelectorAll('[data-cell][tabindex="0"]')]
  expect(stops).toEqual([cell('Bread', 'duration')])
  await user.keyboard('{Control>}{Home}{/Control}')
  await waitFor(() => expect(document.activeElement).toBe(cell('Apples', 'duration')))
})

test('the title is written in place; what a menu offers is for all picked rows, as one step', async () => {
  const { user, store, cell } = await table()
  cell('Bread', 'title').focus()
  await user.keyboard('{F2}Rye bread{Enter}')
  await waitFor(() => expect(focusedTitle()).toBe('Rye bread'))
  await user.keyboard('xkx')
  cell('Peel them', 'duration').focus()
  await user.keyboard('{Enter}')
  await user.click(await screen.findByText('15 min'))
  const minutes = () => [...store.getSnapshot().tasks.values()].map(({ durationMinutes }) => durationMinutes)
  expect(minutes()).toEqual([null, 15, 15])
  store.undo()
  expect(minutes()).toEqual([null, null, 90])
})

test('headings sort, one way, the other way and as the page is by itself', async () => {
  const { user, settings } = await table()
  const heading = screen.getByRole('columnheader', { name: /^Title/ })
  const press = () => user.click(within(heading).getByRole('button', { name: 'Title' }))
  expect(heading.ariaSort ?? heading.getAttribute('aria-sort')).toBe('none')
  await press()
  expect(heading.getAttribute('aria-sort')).toBe('ascending')
  await press()
  expect(heading.getAttribute('aria-sort')).toBe('descending')
  expect(titlesShown()).toEqual(['Bread', 'Apples', '  Peel them'])
  await press()
  expect(settings()).toEqual({ layout: 'table' })
})

test('columns are shown, hidden, moved and widened by the menu of a heading', async () => {
  const { user, settings, headings } = await table()
  const choose = async (entry: string) => {
    await user.click(screen.getByRole('button', { name: 'Menu of column Labels' }))
    await user.click(await screen.findByRole('menuitem', { name: entry }))
  }
  await choose('Move to the start')
  expect(headings().slice(0, 4)).toEqual(['Title', 'Due', 'Labels', 'Priority'])
  await choose('Wider')
  expect(settings().widths).toEqual({ labels: 194 })
  await choose('Hide column')
  expect(headings()).toEqual(['Title', 'Due', 'Priority', 'Deadline', 'Duration'])
  expect(settings().columns).toEqual(['title', 'due', 'priority', 'deadline', 'duration'])
})
