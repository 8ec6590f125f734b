import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { register, type Shortcut, shortcuts, useShortcuts } from './shortcuts.ts'

const noting =
  (pressed: string[]) =>
  (keys: string, more: Partial<Shortcut> = {}) => ({
    keys,
    description: keys,
    group: 'Test',
    run: () => void pressed.push(keys),
    ...more,
  })

test('single keys, held keys and sequences run what was registered', async () => {
  const pressed: string[] = []
  const one = noting(pressed)
  const off = register(
    one('q'),
    one('g t'),
    one('t'),
    one('mod+k'),
    one('alt+up'),
    one('?'),
    one('shift+mod+z'),
  )
  const user = userEvent.setup()
  await user.keyboard('qgt{Control>}k{/Control}{Alt>}{ArrowUp}{/Alt}{Shift>}?{/Shift}')
  await user.keyboard('{Shift>}{Control>}z{/Control}{/Shift}t')
  off()
  await user.keyboard('q')
  expect(pressed).toEqual(['q', 'g t', 'mod+k', 'alt+up', '?', 'shift+mod+z', 't'])
  expect(shortcuts()).toEqual([])
})

test('they rest while somebody types, except those that say otherwise', async () => {
  const pressed: string[] = []
  const one = noting(pressed)
  const off = register(one('q'), one('mod+k', { evenInFields: true }))
  render(<input aria-label="Title" />)
  await userEvent.type(screen.getByLabelText('Title'), 'q{Control>}k{/Control}')
  off()
  expect(pressed).toEqual(['mod+k'])
  expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('q')
})

test('they rest while a dialog is open', async () => {
  const pressed: string[] = []
  const off = register(noting(pressed)('q'))
  const { unmount } = render(<div role="dialog" aria-label="Open" />)
  await userEvent.keyboard('q')
  unmount()
  await userEvent.keyboard('q')
  off()
  expect(pressed).toEqual(['q'])
})

test('a component runs its newest function, and only while it is shown', async () => {
  const seen: number[] = []
  function Page({ value }: { value: number }) {
    useShortcuts([{ keys: 'x', description: 'x', group: 'Test', run: () => void seen.push(value) }])
    return null
  }
  const { rerender, unmount } = render(<Page value={1} />)
  rerender(<Page value={2} />)
  await userEvent.keyboard('x')
  unmount()
  await userEvent.keyboard('x')
  expect(seen).toEqual([2])
})
