import type { Store } from '@doable/client/store'
import { act, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { showPage, titlesShown } from '../page.testing.tsx'

const many = (store: Store) => {
  for (let n = 10; n < 40; n++) store.addTask({ title: `Task ${n}` })
}

/** Notes whose title is read from now on, which drawing a row does and nothing else on a page in the person's order. */
function watchTitles(store: Store): Set<string> {
  const read = new Set<string>()
  for (const task of store.getSnapshot().tasks.values()) {
    const { title } = task
    const get = () => {
      read.add(title)
      return title
    }
    Object.defineProperty(task, 'title', { get, enumerable: true })
  }
  return read
}

test('completing a task draws that row and none of the others', async () => {
  const { store } = await showPage('/tasks/inbox', many)
  const box = await screen.findByRole('checkbox', { name: 'Complete Task 12' })
  const buttons = () => screen.getAllByRole('button', { name: 'More actions' })
  await waitFor(() => expect(buttons()).toHaveLength(30))
  const last = screen.getByRole('button', { name: 'Task 39' }).closest('[aria-posinset]')
  expect(last?.getAttribute('aria-posinset')).toBe('30')
  const read = watchTitles(store)
  act(() => box.click())
  const drawn = [...read]
  await waitFor(() => expect(titlesShown()).toHaveLength(29))
  expect(drawn).toEqual(['Task 12'])
  expect(last?.getAttribute('aria-posinset')).toBe('29')
  expect(last?.getAttribute('aria-setsize')).toBe('29')
})

/** Types as the browser does, past `act`, which would let everything be drawn before anything can be seen. */
function type(field: HTMLInputElement, text: string) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

test('what is found stands before the buttons of its rows are made', async () => {
  await showPage('/tasks/search?q=nothing', many)
  const field = await screen.findByRole<HTMLInputElement>('searchbox')
  const buttons = () => document.querySelectorAll('[data-row] button[aria-haspopup]').length
  const counts: [rows: number, buttons: number][] = []
  const watch = new MutationObserver(() => counts.push([titlesShown().length, buttons()]))
  watch.observe(document.body, { childList: true, subtree: true })
  type(field, '2')
  await vi.waitFor(() => expect(buttons()).toBeGreaterThan(9), 10_000)
  watch.disconnect()
  expect(counts.find(([rows]) => rows > 9)?.[1]).toBe(0)
})

test('a row that comes while the page is scrolled gets its buttons once it is at rest', async () => {
  const { store } = await showPage('/tasks/inbox', many)
  const buttons = () => screen.getAllByRole('button', { name: 'More actions' })
  await waitFor(() => expect(buttons()).toHaveLength(30))
  act(() => {
    dispatchEvent(new Event('scroll'))
    store.addTask({ title: 'Come later' })
  })
  expect(titlesShown()).toContain('Come later')
  expect(buttons()).toHaveLength(30)
  await waitFor(() => expect(buttons()).toHaveLength(31))
})
