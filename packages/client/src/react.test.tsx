import { act, render, screen } from '@testing-library/react'
import { memo, StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { notificationApi } from './api.ts'
import {
  StoreProvider,
  sameItems,
  useNotifications,
  useOffline,
  usePerson,
  useTask,
  useToday,
  useView,
} from './react.ts'
import { openTasksOfList } from './selectors.ts'
import { setPerson } from './session.ts'
import { settled, world } from './world.testing.ts'

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
async function start(options?: Parameters<typeof world>[0]) {
  const { open, ...rest } = world(options)
  const store = await open()
  await settled(store)
  return { ...rest, store }
}

const drawn = new Map<string, number>()
const count = (what: string) => drawn.set(what, (drawn.get(what) ?? 0) + 1)
const Row = memo(({ id }: { id: string }) => {
  const task = useTask(id)
  count(task?.title ?? '')
  return <li>{task?.completedAt === null ? task.title : `${task?.title} is done`}</li>
})
function List({ listId }: { listId: string }) {
  count('list')
  const ids = useView((view) => openTasksOfList(view, listId).map(({ id }) => id), sameItems)
  return ids.map((id) => <Row key={id} id={id} />)
}

test('one change draws one row', async () => {
  const { store, personId } = await start({ tasks: 50 })
  render(
    <StoreProvider store={store}>
      <List listId={personId} />
    </StoreProvider>,
  )
  expect(screen.getAllByRole('listitem')).toHaveLength(50)
  const [first] = openTasksOfList(store.getSnapshot(), personId)
  drawn.clear()
  act(() => store.updateTask(first?.id as string, { title: 'Changed' }))
  expect(screen.getByText('Changed')).toBeTruthy()
  expect([...drawn]).toEqual([['Changed', 1]])
  drawn.clear()
  await act(() => settled(store))
  expect([...drawn].filter(([what]) => what !== 'Changed')).toEqual([])
  drawn.clear()
  act(() => store.completeTasks([first?.id as string]))
  expect(screen.getAllByRole('listitem')).toHaveLength(49)
  expect([...drawn].filter(([what]) => what.startsWith('Task'))).toEqual([])
})

test('draws nothing for the progress of sending where nobody looks at it', async () => {
  const { store, personId } = await start({ tasks: 3 })
  const Pending = () => <output>{useView((view) => view.pending)}</output>
  render(
    <StrictMode>
      <StoreProvider store={store}>
        <Pending />
        <List listId={personId} />
      </StoreProvider>
    </StrictMode>,
  )
  expect(screen.getByRole('status').textContent).toBe('0')
  drawn.clear()
  act(() => void store.addLabel({ name: 'errand' }))
  expect(screen.getByRole('status').textContent).toBe('1')
  await act(() => settled(store))
  expect(screen.getByRole('status').textContent).toBe('0')
  expect(drawn.get('list') ?? 0).toBe(0)
})

test('stays offline while the server is tried again, until that went well', async () => {
  const { store, server } = await start()
  const seen: string[] = []
  const Line = () => {
    const status = useView((view) => view.status)
    const offline = useOffline()
    seen.push(`${status} ${offline}`)
    return null
  }
  render(
    <StoreProvider store={store}>
      <Line />
    </StoreProvider>,
  )
  server.onRequest = () => {
    throw new TypeError('no network')
  }
  act(() => store.resume())
  await act(() => vi.waitFor(() => expect(store.getSnapshot().status).toBe('offline')))
  seen.length = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  server.onRequest = () => promise
  act(() => store.resume())
  await act(() => vi.waitFor(() => expect(seen).toContain('syncing true')))
  expect(seen).not.toContain('syncing false')
  resolve()
  await act(() => settled(store))
  expect(seen.at(-1)).toBe('idle false')
})

test('the day turns at midnight of the zone, and not before', () => {
  vi.useFakeTimers({ now: new Date('2026-06-01T21:58:30.000Z') })
  const Day = () => {
    const today = useToday('Europe/Berlin')
    count(today.day)
    return <time>{today.day}</time>
  }
  drawn.clear()
  render(<Day />)
  act(() => void vi.advanceTimersByTime(85_000))
  expect([...drawn]).toEqual([['2026-06-01', 1]])
  act(() => void vi.advanceTimersByTime(10_000))
  expect([...drawn]).toEqual([
    ['2026-06-01', 1],
    ['2026-06-02', 1],
  ])
})

test('a person who travels has the day of where they are', () => {
  vi.useFakeTimers({ now: new Date('2026-06-01T10:30:00.000Z') })
  const Day = ({ zone }: { zone: string }) => <time>{useToday(zone).day}</time>
  const { container, rerender } = render(<Day zone="Europe/Berlin" />)
  expect(container.textContent).toBe('2026-06-01')
  rerender(<Day zone="Pacific/Kiritimati" />)
  expect(container.textContent).toBe('2026-06-02')
  rerender(<Day zone="Pacific/Midway" />)
  expect(container.textContent).toBe('2026-05-31')
})

test('knows the person without a network, and hears of a change in another tab', () => {
  const Name = () => <p>{usePerson()?.name ?? 'nobody'}</p>
  setPerson({ id: 'a', name: 'Ada' } as never)
  render(<Name />)
  expect(screen.getByText('Ada')).toBeTruthy()
  localStorage.setItem('doable.person', JSON.stringify({ id: 'b', name: 'Ben' }))
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'doable.person' })))
  expect(screen.getByText('Ben')).toBeTruthy()
  act(() => setPerson(null))
  expect(screen.getByText('nobody')).toBeTruthy()
})

test('shows notifications as they come, and reads them', async () => {
  const { store, server } = await start()
  const one = { id: 'one', title: 'Water the plants', readAt: null }
  const older = { ...one, id: 'older', readAt: '2026-01-01T00:00:00.000Z' }
  const answers: Record<string, unknown> = {
    'GET /api/notifications': { items: [older], next: 'more' },
    'GET /api/notifications?cursor=more': { items: [{ ...older, id: 'oldest' }], next: null },
    'GET /api/notifications/unread': { unread: 0 },
    'POST /api/notifications/one/read': { unread: 4 },
    'POST /api/notifications/read': { unread: 0 },
  }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
    Response.json(answers[`${init.method} ${url}`]),
  )
  expect(notificationApi.list).toBeTypeOf('function')
  const Bell = () => {
    const { items, unread, next, loadMore, markRead, markAllRead } = useNotifications()
    return (
      <>
        <output>{`${unread} unread of ${items.map(({ id, readAt }) => id + (readAt ? '' : '!')).join(' ')}`}</output>
        <button type="button" onClick={() => void loadMore()} disabled={next === null}>
          more
        </button>
        <button type="button" onClick={() => void markRead('one')}>
          read
        </button>
        <button type="button" onClick={() => void markAllRead()}>
          all
        </button>
      </>
    )
  }
  render(
    <StoreProvider store={store}>
      <Bell />
    </StoreProvider>,
  )
  await screen.findByText('0 unread of older')
  act(() => server.say('notified', { unread: 5, notification: one as never }))
  expect(screen.getByRole('status').textContent).toBe('5 unread of one! older')
  act(() => screen.getByText('read').click())
  await screen.findByText('4 unread of one older')
  act(() => server.say('notified', { unread: 5, notification: { ...one, id: 'two' } as never }))
  expect(screen.getByRole('status').textContent).toBe('5 unread of two! one older')
  act(() => server.say('read', { unread: 0 }))
  expect(screen.getByRole('status').textContent).toBe('0 unread of two one older')
  act(() => screen.getByText('more').click())
  await screen.findByText('0 unread of two one older oldest')
  act(() => server.say('notified', { unread: 1, notification: { ...one, id: 'three' } as never }))
  act(() => screen.getByText('all').click())
  await screen.findByText('0 unread of three two one older oldest')
})
