import type { SmsState } from '@doable/contracts/sms'
import { UiProvider } from '@doable/ui/provider'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Sms } from './sms.tsx'

afterEach(() => vi.unstubAllGlobals())

const nothing: SmsState = {
  number: null,
  verified: false,
  codeUntil: null,
  stopped: null,
  perDay: 20,
  left: 20,
}
const number = '+4915112345678'

/** The server's side: the code is 123456; `refuse` is answered once. */
function serve(held: Partial<SmsState> = {}) {
  const server = {
    state: { ...nothing, ...held },
    asked: [] as string[],
    refuse: undefined as { status: number; code: string } | undefined,
  }
  const json = (body: unknown, status = 200, type = 'application/json') =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
  const problem = (status: number, code: string) => {
    const document = { type: `/problems/${code}`, title: code, status, detail: 'In English.' }
    return json(document, status, 'application/problem+json')
  }
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit = {}) => {
    server.asked.push(`${method} ${url} ${body ?? ''}`.trim())
    const { refuse } = server
    server.refuse = undefined
    if (refuse) return problem(refuse.status, refuse.code)
    if (method === 'PUT') {
      const codeUntil = new Date(Date.now() + 600_000).toISOString()
      server.state = { ...nothing, ...JSON.parse(String(body)), codeUntil, left: server.state.left - 1 }
    }
    if (method === 'POST') {
      if (JSON.parse(String(body)).code !== '123456') return problem(400, 'wrong-code')
      server.state = { ...server.state, verified: true, codeUntil: null }
    }
    if (method === 'DELETE') server.state = { ...nothing, left: server.state.left }
    return json(server.state)
  })
  return server
}

async function open(held?: Partial<SmsState>) {
  const server = serve(held)
  const onChange = vi.fn()
  render(
    <UiProvider>
      <Sms version={0} onChange={onChange} />
    </UiProvider>,
  )
  await screen.findByText(/are left today/)
  return { server, onChange }
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('a number is entered as it is written, proved with its code and removed', async () => {
  const { server, onChange } = await open()
  await userEvent.type(screen.getByLabelText('Mobile number'), '0049 (151) 123-45678')
  await press('Send code')
  expect(await screen.findByText(number)).toBeTruthy()
  expect(server.asked).toContain(`PUT /api/sms/number ${JSON.stringify({ number })}`)
  expect(screen.getByText(/19 are left today/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Code'), '123 456')
  await press('Verify')
  expect(await screen.findByText('Verified')).toBeTruthy()
  expect(onChange).toHaveBeenCalledTimes(2)
  await press('Remove number')
  expect(await screen.findByLabelText('Mobile number')).toBeTruthy()
  expect(onChange).toHaveBeenCalledTimes(3)
})

test.each(['', '0151 12345678', '+49', 'my phone', '+49151123456789012'])(
  '%j is not sent, and the field says what is wrong',
  async (written) => {
    const { server } = await open()
    const field = screen.getByLabelText('Mobile number')
    if (written) await userEvent.type(field, written)
    await press('Send code')
    expect(await screen.findByText(/^Enter the number with its country code/)).toBeTruthy()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(server.asked).toEqual(['GET /api/sms/number'])
  },
)

test.each([
  ['number-unreachable', 400, 'No SMS can reach this number.'],
  ['number-unsubscribed', 400, /Send START to the sender/],
  ['sms-cap-reached', 429, /No more SMS are sent to you today/],
  ['sms-away', 503, /No SMS can be sent for now/],
  ['too-many-tries', 429, /Too many tries/],
] as const)('%s stands by the field', async (code, status, words) => {
  const { server } = await open()
  await userEvent.type(screen.getByLabelText('Mobile number'), number)
  server.refuse = { code, status }
  await press('Send code')
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.getByLabelText('Mobile number').getAttribute('aria-invalid')).toBe('true')
})

const pending = { number, codeUntil: new Date(Date.now() + 600_000).toISOString() }

test('a wrong code stands by its field; a short one is not sent', async () => {
  const { server } = await open(pending)
  await userEvent.type(screen.getByLabelText('Code'), '12')
  await press('Verify')
  expect(await screen.findByText('A code has 6 digits.')).toBeTruthy()
  expect(server.asked).toEqual(['GET /api/sms/number'])
  await userEvent.type(screen.getByLabelText('Code'), '9999')
  await press('Verify')
  expect(await screen.findByText('That is not the code that was sent.')).toBeTruthy()
})

test('another code is sent to the same number, or the number is given up', async () => {
  const { server } = await open(pending)
  await press('Send another code')
  await waitFor(() => expect(server.asked).toContain(`PUT /api/sms/number ${JSON.stringify({ number })}`))
  await press('Use another number')
  expect(await screen.findByLabelText<HTMLInputElement>('Mobile number')).toHaveProperty('value', '')
})

test.each(['unsubscribed', 'unreachable'] as const)('why nothing is sent is said: %s', async (stopped) => {
  const { server } = await open({ number, verified: stopped === 'unsubscribed', stopped })
  expect(screen.getByText(/nothing is sent to it/)).toBeTruthy()
  expect(screen.queryByText('Verified')).toBeNull()
  await press('Verify again')
  expect(await screen.findByLabelText('Code')).toBeTruthy()
  expect(server.state.stopped).toBeNull()
})

test('a number whose code is no longer good waits to be sent another', async () => {
  await open({ number })
  expect(screen.getByLabelText<HTMLInputElement>('Mobile number').value).toBe(number)
})
