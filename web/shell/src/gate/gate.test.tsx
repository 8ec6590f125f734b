import { noChanges } from '@doable/client/kinds'
import { setPerson } from '@doable/client/session'
import { UiProvider } from '@doable/ui/provider'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Gate } from './gate.tsx'

type Answer = { status: number; body?: unknown; headers?: Record<string, string> }
const ada = {
  id: '0192f000-0000-7000-8000-000000000001',
  email: 'ada@example.org',
  name: 'Ada',
  language: 'en',
  timeZone: 'Europe/Berlin',
  weekStart: 1,
  theme: 'system',
  dailyGoal: 5,
  pictureAt: null,
  createdAt: '2026-11-22T10:00:00.000Z',
  administrator: false,
} as const

/** A server that answers as told; everything else needs a session and does not get one. */
function serve(answers: Record<string, Answer>) {
  const sent: Record<string, unknown> = {}
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const path = new URL(String(url), 'https://doable.test').pathname
    const route = `${init.method ?? 'GET'} ${path}`
    if (init.body) sent[route] = JSON.parse(String(init.body))
    const { status, body, headers } = answers[route] ?? {
      status: 401,
      body: { title: 'Unauthorized', status: 401 },
    }
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    return new Response(body ? JSON.stringify(body) : null, {
      status,
      headers: { 'content-type': type, ...headers },
    })
  })
  return sent
}

let address = ''
function Address() {
  const { pathname, search } = useLocation()
  address = pathname + search
  return null
}
const open = (path: string) =>
  render(
    <UiProvider>
      <MemoryRouter initialEntries={[path]}>
        <Gate />
        <Address />
      </MemoryRouter>
    </UiProvider>,
  )

const application = {
  'GET /api/me': { status: 200, body: ada },
  'GET /api/sync/pull': { status: 200, body: { ...noChanges(), cursor: 'c', more: false } },
  'GET /api/notifications': { status: 200, body: { items: [], next: null } },
  'GET /api/notifications/unread': { status: 200, body: { unread: 0 } },
}

beforeEach(() => {
  setPerson(null)
  localStorage.clear()
})
afterEach(() => vi.unstubAllGlobals())

test('who is not signed in signs in and comes to where they wanted to go', async () => {
  serve({})
  open('/tasks/inbox?task=1')
  await userEvent.type(await screen.findByLabelText('E-mail'), ' ada@example.org ')
  expect(address).toBe('/sign-in?next=%2Ftasks%2Finbox%3Ftask%3D1')
  serve({ ...application, 'POST /api/session': { status: 201, body: { user: ada, token: 't' } } })
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse{Enter}')
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy()
  expect(address).toBe('/tasks/inbox?task=1')
})

test('a wrong password is told without saying which of the two is wrong', async () => {
  serve({ 'POST /api/session': { status: 401, body: { type: '/problems/x', title: 'No', status: 401 } } })
  open('/sign-in')
  await userEvent.type(await screen.findByLabelText('E-mail'), 'ada@example.org')
  await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}')
  expect((await screen.findByRole('alert')).textContent).toBe('This e-mail and password do not fit together.')
})

test('a locked sign-in says how long to wait', async () => {
  const body = { type: '/problems/too-many', title: 'Too many', status: 429 }
  serve({ 'POST /api/session': { status: 429, body, headers: { 'retry-after': '150' } } })
  open('/sign-in')
  await userEvent.type(await screen.findByLabelText('E-mail'), 'ada@example.org')
  await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('3 min')
})

test('what the server refuses of a registration stands at its field', async () => {
  const errors = [{ pointer: '/password', detail: 'is among the commonest' }]
  const sent = serve({
    'POST /api/users': {
      status: 400,
      body: { type: 'about:blank', title: 'Bad request', status: 400, errors },
    },
  })
  open('/register')
  await userEvent.type(await screen.findByLabelText('Name'), 'Ada')
  await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.org')
  await userEvent.type(screen.getByLabelText('Password'), 'password1{Enter}')
  const field = screen.getByLabelText('Password')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText('is among the commonest')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(sent['POST /api/users']).toEqual({
    name: 'Ada',
    email: 'ada@example.org',
    password: 'password1',
    language: 'en',
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
})

test('a short password is told before anything is sent', async () => {
  const sent = serve({})
  open('/register')
  await userEvent.type(await screen.findByLabelText('Password'), 'short{Enter}')
  expect(screen.getByText('At least 8 characters.')).toBeTruthy()
  expect(sent).toEqual({})
})

test('who was here before is let in without a network', async () => {
  setPerson(ada)
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
  open('/tasks/today')
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy()
  expect(address).toBe('/tasks/today')
})

test('a session that ended elsewhere asks for the password of the same person', async () => {
  setPerson(ada)
  serve({})
  open('/tasks/today')
  expect(await screen.findByLabelText<HTMLInputElement>('E-mail')).toHaveProperty('value', 'ada@example.org')
  expect(address).toBe('/sign-in?next=%2Ftasks%2Ftoday')
})
