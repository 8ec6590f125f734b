import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { UiProvider } from './provider.tsx'
import { dismiss, toast, toasts } from './toast.ts'

beforeEach(() => {
  for (const { id } of toasts.all()) dismiss(id)
})

test('a toast offers its action once and goes', async () => {
  let undone = 0
  render(<UiProvider>page</UiProvider>)
  act(() => void toast({ text: 'Completed Tea', action: { label: 'Undo', run: () => void undone++ } }))
  expect(screen.getByRole('region', { name: 'Messages' }).textContent).toContain('Completed Tea')
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(undone).toBe(1)
  expect(screen.queryByText('Completed Tea')).toBeNull()
})

test('three are shown at most, the newest ones', () => {
  render(<UiProvider>page</UiProvider>)
  act(() => {
    for (const text of ['one', 'two', 'three', 'four']) toast(text)
  })
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['two', 'three', 'four'])
})

test('what was shown can be taken away by whoever showed it', () => {
  const away = toast({ text: 'Sending', lasts: Number.POSITIVE_INFINITY })
  expect(toasts.all()).toHaveLength(1)
  away()
  expect(toasts.all()).toEqual([])
})
