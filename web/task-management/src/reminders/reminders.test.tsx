import { standardSettings } from '@doable/contracts/notification-settings'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { showPage } from '../page.testing.tsx'

async function opened(fields: object = { dueOn: '2031-05-06', dueTime: '14:00' }) {
  const page = await showPage('/tasks/inbox', (store) => void store.addTask({ title: 'Pay', ...fields }))
  const [id] = [...page.store.getSnapshot().tasks.keys()] as [string]
  await page.user.click(await screen.findByRole('button', { name: /^Pay/ }))
  const panel = within(await screen.findByRole('complementary', { name: 'Details of Pay' }))
  await page.user.click(await panel.findByRole('button', { name: /^Reminders:/ }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Reminders' }))
  const lines = () => dialog.queryAllByRole('listitem').map(({ textContent }) => textContent)
  return { ...page, panel, dialog, lines, reminders: () => page.store.getSnapshot().tasks.get(id)?.reminders }
}
const said = (text: string) =>
  waitFor(() => expect(document.querySelector('body > [role=status]')?.textContent).toBe(text))

afterEach(() => vi.unstubAllGlobals())

test('the usual ones are added at a press, said, and no longer offered', async () => {
  const { user, dialog, lines, reminders, panel } = await opened()
  await user.click(await dialog.findByRole('button', { name: '1 hour before' }))
  await said('Reminder added: 1 hour before')
  expect(reminders()).toEqual([{ kind: 'before', of: 'due', minutes: 60 }])
  expect(lines()[0]).toMatch(/^1 hour before.*(13:00|1:00)/)
  expect(dialog.queryByRole('button', { name: '1 hour before' })).toBeNull()
  await user.click(dialog.getByRole('button', { name: 'Remove reminder: 1 hour before' }))
  await said('Reminder removed: 1 hour before')
  expect(reminders()).toEqual([])
  await waitFor(() => expect(document.activeElement?.textContent).toBe('When it is due'))
  await user.keyboard('{Escape}')
  await user.keyboard('{Control>}z{/Control}')
  expect(await panel.findByRole('button', { name: /^Reminders: ?1 hour before$/ })).toBeTruthy()
})

test('one of one’s own, before or at a time', async () => {
  const { user, dialog, reminders } = await opened()
  await user.click(await dialog.findByRole('button', { name: 'Other time before…' }))
  const amount = dialog.getByRole('spinbutton', { name: 'How much' })
  await user.clear(amount)
  await user.type(amount, '45{Enter}')
  await user.click(dialog.getByRole('button', { name: 'Day and time…' }))
  await user.click(dialog.getByRole('button', { name: 'Add' }))
  expect(reminders()).toEqual([
    { kind: 'before', of: 'due', minutes: 45 },
    { kind: 'at', on: '2031-05-06', time: '09:00', timeZone: null },
  ])
})

test('without a day it waits for one, and counts from the day there is', async () => {
  const { dialog, lines } = await opened({ reminders: [{ kind: 'before', of: 'start', minutes: 0 }] })
  await dialog.findByRole('button', { name: 'When it is due' })
  expect(lines()).toEqual(['At the startWaits for a start'])
})

test('there are twenty at most', async () => {
  const reminders = Array.from({ length: 20 }, (_, n) => ({ kind: 'before', of: 'due', minutes: 1 + n }))
  const { dialog, user } = await opened({ dueOn: '2031-05-06', reminders })
  await dialog.findByText('A task has 20 reminders at most.')
  expect(dialog.queryByRole('region', { name: 'Add reminder' })).toBeNull()
  await user.click(dialog.getByRole('button', { name: 'Remove reminder: 7 minutes before' }))
  expect(await dialog.findByRole('region', { name: 'Add reminder' })).toBeTruthy()
})

test('a task with a time and no reminder of its own says what reminds by default', async () => {
  const settings = { ...standardSettings, defaultReminderMinutes: 120 }
  vi.stubGlobal('fetch', async (url: string) =>
    String(url).includes('/api/notifications/settings')
      ? Response.json({ settings, channels: [] })
      : new Response(null, { status: 503 }),
  )
  const { user, panel, reminders } = await opened()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await panel.findByRole('button', { name: /^Reminders: ?By default: 2 hours before$/ })).toBeTruthy()
  await user.click(panel.getByRole('button', { name: /^Reminders:/ }))
  await user.click(
    await within(await screen.findByRole('dialog')).findByRole('button', { name: '1 hour before' }),
  )
  await waitFor(() => expect(reminders()).toHaveLength(1))
  await user.keyboard('{Escape}')
  expect(await panel.findByRole('button', { name: /^Reminders: ?1 hour before$/ })).toBeTruthy()
})
