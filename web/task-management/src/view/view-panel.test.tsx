import { settingsOf } from '@doable/client/view-selectors'
import type { ViewSettings } from '@doable/contracts/view'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { showPage, titlesShown } from '../page.testing.tsx'
// Fetched when the panel opens; here it is compiled before a test waits for it.
import '@doable/ui/popover-frame'
import './view-panel.tsx'

vi.setConfig({ testTimeout: 120_000 })

const patient = { timeout: 60_000 }
const headings = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
const said = async (text: string) =>
  waitFor(() => expect(document.querySelector('body > [role=status]')?.textContent).toBe(text))

async function inbox() {
  const shown = await showPage('/tasks/inbox', (store) => {
    store.addTask({ title: 'C', priority: 2, labels: ['home', 'phone'] })
    store.addTask({ title: 'A', dueOn: '2020-01-01', durationMinutes: 30 })
    store.addTask({ title: 'B', priority: 2, deadlineOn: '2030-01-01' })
  })
  const { user, store } = shown
  const key = `list ${store.personId}`
  const settings = (): ViewSettings => settingsOf(store.getSnapshot(), key)
  const open = async () => {
    await user.click(screen.getByRole('button', { name: /^View/ }))
    return within(await screen.findByRole('dialog', { name: 'View' }))
  }
  const choose = async (field: RegExp, option: string) => {
    const panel = await open()
    await user.click(await panel.findByRole('button', { name: field }))
    await user.click(await screen.findByRole('option', { name: option }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
  return { ...shown, settings, open, choose, key }
}

test('a page is sorted by anything, either way, and only what is chosen is kept', async () => {
  const { user, settings, open, choose } = await inbox()
  await choose(/Sort by/, 'Title')
  expect(titlesShown()).toEqual(['A', 'B', 'C'])
  expect(settings()).toEqual({ sort: 'title' })
  const panel = await open()
  await user.click(panel.getByRole('button', { name: 'The other way round' }))
  expect(titlesShown()).toEqual(['C', 'B', 'A'])
  expect(settings()).toEqual({ sort: 'title', descending: true })
  await user.keyboard('{Escape}')
  await choose(/Sort by/, 'Deadline')
  expect(titlesShown()).toEqual(['B', 'C', 'A'])
  expect(settings()).toEqual({ sort: 'deadline' })
  await choose(/Sort by/, 'Own order')
  expect(settings()).toEqual({})
})

test('a page is grouped by what its tasks have, and a step of the keyboard puts a task into the next group', async () => {
  const { user, store, choose } = await inbox()
  await choose(/Group by/, 'Priority')
  expect(headings()).toEqual(['Priority 2', 'No priority'])
  expect(titlesShown()).toEqual(['C', 'B', 'A'])
  const row = screen.getByRole('button', { name: /^A,/ })
  row.focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await said('Moved to Priority 3')
  expect(headings()).toEqual(['Priority 2', 'Priority 3'])
  expect(store.lastStep?.operations).toHaveLength(1)
  store.undo()
  await choose(/Group by/, 'Label')
  expect(headings()).toEqual(['@home', 'No label'])
})

test('a dot says that something is otherwise than by itself, and there is a way back', async () => {
  const { user, settings, open, choose, store, key } = await inbox()
  expect(screen.getByRole('button', { name: /^View: ?List$/ })).toBeTruthy()
  await choose(/Group by/, 'Date')
  expect(headings()).toEqual(['Overdue', 'No date'])
  store.setView(key, { completed: true, layout: 'board' })
  expect(await screen.findByRole('button', { name: /^View: ?Board, ?changed$/ })).toBeTruthy()
  const panel = await open()
  await user.click(panel.getByRole('button', { name: 'Reset view' }))
  expect(settings()).toEqual({})
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('button', { name: /^View: ?List$/ }, patient)).toBeTruthy()
})

test('what this browser kept before is taken over, once, and only where nothing is chosen yet', async () => {
  const { store } = await showPage('/tasks/inbox')
  const former = {
    today: { sort: 'priority', layout: 'list', completed: false },
    upcoming: { layout: 'board', sort: 'nonsense', evil: 1 },
    search: { completed: true },
  }
  store.setView('search', { layout: 'table' })
  localStorage.setItem('doable-views', JSON.stringify(former))
  const { takeOverFormerSettings } = await import('../page/former-settings.ts')
  takeOverFormerSettings(store)
  takeOverFormerSettings(store)
  const kept = Object.fromEntries([...store.getSnapshot().views].map(([id, { settings }]) => [id, settings]))
  expect(kept).toEqual({
    today: { sort: 'priority' },
    upcoming: { layout: 'board' },
    search: { layout: 'table' },
  })
  expect(localStorage.getItem('doable-views')).toBeNull()
})
