import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { ColorPicker } from './color-picker.tsx'
import type { Hue } from './hue.ts'
import { PasswordField } from './password-field.tsx'
import { UiProvider } from './provider.tsx'
import { Tabs } from './tabs.tsx'
import { TaskCheck } from './task-check.tsx'
import { TextField } from './text-field.tsx'

test('a field tells a reader what is wrong with it', () => {
  render(<TextField label="E-mail" value="" onChange={() => {}} error="Enter your e-mail." />)
  const field = screen.getByLabelText('E-mail')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const note = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toBe('Enter your e-mail.')
})

test('a password can be shown and hidden', async () => {
  render(<PasswordField label="Password" value="secret" onChange={() => {}} />, { wrapper: UiProvider })
  const field = screen.getByLabelText('Password')
  expect(field.getAttribute('type')).toBe('password')
  await userEvent.click(screen.getByRole('button', { name: 'Show password' }))
  expect(field.getAttribute('type')).toBe('text')
  await userEvent.click(screen.getByRole('button', { name: 'Hide password' }))
  expect(field.getAttribute('type')).toBe('password')
})

test('the arrows go round the tabs', async () => {
  function Page() {
    const [value, setValue] = useState('one')
    const tabs = ['one', 'two', 'three'].map((each) => ({ value: each, label: each, panel: `panel ${each}` }))
    return <Tabs label="Parts" {...{ tabs, value }} onChange={setValue} />
  }
  render(<Page />)
  await userEvent.click(screen.getByRole('tab', { name: 'one' }))
  await userEvent.keyboard('{ArrowLeft}')
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('three')
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(screen.getByRole('tabpanel', { name: 'two' }).textContent).toBe('panel two')
  expect(document.activeElement?.textContent).toBe('two')
})

test('the round box of a task says and changes its state without opening the row around it', async () => {
  const seen: (boolean | string)[] = []
  render(
    // biome-ignore lint/a11y: stands for a row that opens its task
    <div onClick={() => seen.push('row')}>
      <TaskCheck priority={1} checked={false} label="Complete Tea" onChange={(done) => seen.push(done)} />
    </div>,
  )
  const box = screen.getByRole('checkbox', { name: 'Complete Tea' })
  expect(box.getAttribute('aria-checked')).toBe('false')
  await userEvent.click(box)
  expect(seen).toEqual([true])
})

test('a colour is chosen by its name', async () => {
  const seen: Hue[] = []
  render(<ColorPicker label="Colour" value="gray" onChange={(hue) => seen.push(hue)} />, {
    wrapper: UiProvider,
  })
  expect(screen.getAllByRole('radio')).toHaveLength(12)
  await userEvent.click(screen.getByRole('radio', { name: 'Teal' }))
  expect(seen).toEqual(['teal'])
})
