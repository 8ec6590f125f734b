import type { Delivery } from '@doable/contracts/delivery'
import {
  type ChannelState,
  type NotificationSettingsPatch,
  standardSettings,
} from '@doable/contracts/notification-settings'
import { UiProvider } from '@doable/ui/provider'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Notifications } from './notifications.tsx'

afterEach(() => vi.unstubAllGlobals())

const app: ChannelState = { channel: 'app', configured: true, ready: true, why: null }
const email: ChannelState = { channel: 'email', configured: true, ready: true, why: null }
const sms: ChannelState = { channel: 'sms', configured: false, ready: false, why: 'SMS_URL is not set' }
const at = '2026-11-22T10:00:00.000Z'
const sent = (number: number, fields: Partial<Delivery> = {}): Delivery => ({
  id: `d${number}`,
  notificationId: `n${number}`,
  kind: 'shared',
  title: `List ${number}`,
  channel: 'app',
  state: 'sent',
  attempts: 1,
  reason: null,
  createdAt: at,
  runAt: at,
  sentAt: at,
  deliveredAt: null,
  ...fields,
})

/** The server's side of these settings. `down` cuts the network; what is changed and tested is kept. */
function serve({ channels = [app, email], deliveries = [] as Delivery[] } = {}) {
  const server = {
    settings: standardSettings,
    deliveries,
    patches: [] as NotificationSettingsPatch[],
    asked: [] as string[],
    down: false,
    /** What becomes of a test message. */
    outcome: { state: 'sent' } as Partial<Delivery>,
  }
  const json = (body: unknown) =>
    new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
  const page = (url: URL) => {
    server.asked.push(url.search)
    const [channel, state] = [url.searchParams.get('channel'), url.searchParams.get('state')]
    const fitting = server.deliveries.filter(
      (each) => (!channel || each.channel === channel) && (!state || each.state === state),
    )
    const from = Number(url.searchParams.get('cursor') ?? 0)
    const to = from + Number(url.searchParams.get('limit'))
    return { items: fitting.slice(from, to), next: to < fitting.length ? String(to) : null }
  }
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', body }: RequestInit = {}) => {
    if (server.down) throw new TypeError('Failed to fetch')
    const url = new URL(address, 'https://doable.test')
    if (url.pathname.endsWith('/deliveries')) return json(page(url))
    const given = body ? JSON.parse(String(body)) : {}
    if (method === 'POST') {
      const { channel } = given
      server.deliveries = [sent(99, { kind: 'test', channel, ...server.outcome }), ...server.deliveries]
      return new Response(null, { status: 204 })
    }
    if (method === 'PATCH') {
      server.patches.push(given)
      const kinds = { ...server.settings.kinds, ...given.kinds }
      server.settings = { ...server.settings, ...given, kinds }
    }
    return json({ settings: server.settings, channels })
  })
  return server
}

async function open(options?: Parameters<typeof serve>[0]) {
  const server = serve(options)
  render(
    <UiProvider>
      <Notifications />
    </UiProvider>,
  )
  await screen.findByRole('table')
  return server
}
const toggle = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('switch', { name })

test('only channels that the server can send over are spoken of', async () => {
  await open({ channels: [app, email, sms] })
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
  expect(heads).toEqual(['News', 'App', 'E-mail'])
  expect(screen.queryByText('SMS')).toBeNull()
  expect(screen.queryByRole('rowheader', { name: 'Test message' })).toBeNull()
})

test('what is missing for the person stands by the channel, and there is nothing to test', async () => {
  await open({ channels: [app, { ...email, ready: false }] })
  expect(screen.getByText('Is not set up for you yet.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Test E-mail' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Test App' })).toBeTruthy()
})

test('a switch is saved as it is pressed, for its kind and channel alone', async () => {
  const server = await open()
  const user = userEvent.setup()
  expect(toggle('Reminder, E-mail').checked).toBe(true)
  await user.click(toggle('Reminder, E-mail'))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(server.settings.kinds.reminder).toEqual(['app', 'push', 'webhook'])
  expect(server.patches.map(({ kinds }) => Object.keys(kinds ?? {}))).toEqual([['reminder']])
  expect(toggle('Reminder, E-mail').checked).toBe(false)
})

test('two switches of one kind pressed one right after the other are both kept', async () => {
  const server = await open()
  fireEvent.click(toggle('Overdue, App'))
  fireEvent.click(toggle('Overdue, E-mail'))
  await waitFor(() => expect(server.patches).toHaveLength(2))
  expect(server.settings.kinds.overdue).toEqual(['push', 'webhook', 'email'])
})

test('without a network the switch goes back and says so', async () => {
  const server = await open()
  server.down = true
  await userEvent.click(toggle('Overdue, App'))
  expect((await screen.findByRole('alert')).textContent).toContain('There is no connection')
  await waitFor(() => expect(toggle('Overdue, App').checked).toBe(true))
})

test('settings that cannot be read can be asked for again', async () => {
  const server = serve()
  server.down = true
  render(
    <UiProvider>
      <Notifications />
    </UiProvider>,
  )
  expect((await screen.findByRole('alert')).textContent).toContain('without a connection')
  server.down = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('table')).toBeTruthy()
})

test('quiet hours are switched on for the night, changed and switched off', async () => {
  const server = await open()
  await userEvent.click(toggle(/^Quiet hours/))
  await waitFor(() => expect(server.settings).toMatchObject({ quietFrom: '22:00', quietUntil: '07:00' }))
  const from = await screen.findByLabelText('From')
  fireEvent.change(from, { target: { value: '21:30' } })
  fireEvent.blur(from)
  await waitFor(() => expect(server.settings.quietFrom).toBe('21:30'))
  await userEvent.click(toggle('Reminders of urgent tasks pass'))
  await waitFor(() => expect(server.settings.urgentPasses).toBe(false))
  await userEvent.click(toggle(/^Quiet hours/))
  await waitFor(() => expect(server.settings).toMatchObject({ quietFrom: null, quietUntil: null }))
})

test('tasks remind by default so long before, or not at all', async () => {
  const server = await open()
  const choose = async (name: string) => {
    await userEvent.click(screen.getByRole('button', { name: /Reminder by default/ }))
    await userEvent.click(await screen.findByRole('option', { name }))
  }
  await choose('1 hour before')
  await waitFor(() => expect(server.settings.defaultReminderMinutes).toBe(60))
  await choose('None')
  await waitFor(() => expect(server.settings.defaultReminderMinutes).toBeNull())
})

test('a time that is emptied goes back to what it was', async () => {
  const server = await open()
  const field = screen.getByLabelText<HTMLInputElement>('What concerns a whole day, at')
  fireEvent.change(field, { target: { value: '' } })
  fireEvent.blur(field)
  expect(field.value).toBe('09:00')
  expect(server.patches).toEqual([])
})

test.each([
  [{ state: 'sent' }, 'The test message was sent.'],
  [{ state: 'failed', reason: 'no such mailbox' }, 'The test message failed: no such mailbox'],
] as const)('a test says what became of it: %j', async (outcome, words) => {
  const server = await open()
  server.outcome = outcome
  await userEvent.click(screen.getByRole('button', { name: 'Test E-mail' }))
  expect(await screen.findByText(words)).toBeTruthy()
  const log = await screen.findByRole('list', { name: 'What was sent' })
  await waitFor(() => expect(within(log).getByText('Test message')).toBeTruthy())
})

test('the log goes on where it ended, and is filtered', async () => {
  const many = Array.from({ length: 21 }, (_, at) => sent(at))
  const failure = sent(50, { state: 'failed', channel: 'email', attempts: 13, reason: 'mailbox full' })
  await open({ deliveries: [...many, failure] })
  const log = await screen.findByRole('list', { name: 'What was sent' })
  await waitFor(() => expect(within(log).getAllByRole('listitem')).toHaveLength(20))
  await userEvent.click(screen.getByRole('button', { name: 'Show older ones' }))
  await waitFor(() => expect(within(log).getAllByRole('listitem')).toHaveLength(22))
  expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: /Outcome/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'Failed' }))
  await waitFor(() => expect(within(log).getAllByRole('listitem')).toHaveLength(1))
  expect(log.textContent).toContain('13 tries')
  expect(log.textContent).toContain('mailbox full')
})

test('an empty log says that nothing was sent', async () => {
  await open()
  expect(await screen.findByText('Nothing was sent to you yet.')).toBeTruthy()
})
