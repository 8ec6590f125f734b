import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { showPage } from '../page.testing.tsx'

const chosen = () =>
  [...document.querySelectorAll('[data-chosen] [data-title]')].map((title) => title.textContent)
const finger = (name: string, type: string, at: { clientX?: number } = {}) =>
  act(() => {
    const init = { bubbles: true, cancelable: true, pointerType: 'touch', isPrimary: true, clientX: 0, ...at }
    screen.getByRole('button', { name: new RegExp(`^${name}`) }).dispatchEvent(new PointerEvent(type, init))
  })
const details = () => screen.queryByRole('complementary')

test('a finger that rests on a task begins to select; from then on taps pick more', async () => {
  await showPage('/tasks/inbox', (store) => {
    for (const title of ['Apples', 'Bread', 'Cheese']) store.addTask({ title })
  })
  await screen.findByRole('button', { name: 'Apples' })
  finger('Apples', 'pointerdown')
  await act(() => vi.waitFor(() => expect(chosen()).toEqual(['Apples']), 10_000))
  finger('Apples', 'pointerup')
  finger('Apples', 'click')
  expect(chosen()).toEqual(['Apples'])
  finger('Cheese', 'pointerdown')
  finger('Cheese', 'pointerup')
  finger('Cheese', 'click')
  expect(chosen()).toEqual(['Apples', 'Cheese'])
  expect(details()).toBeNull()
  finger('Apples', 'click')
  finger('Cheese', 'click')
  finger('Bread', 'pointerdown')
  finger('Bread', 'pointermove', { clientX: 30 })
  await new Promise((done) => setTimeout(done, 600))
  expect(chosen()).toEqual([])
  finger('Bread', 'click')
  expect(await screen.findByRole('complementary', { name: 'Details of Bread' })).toBeTruthy()
})
