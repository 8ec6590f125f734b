import type { Notification as News } from '@doable/contracts/notification'
import { formatFor } from '@doable/ui/format'
import { UiProvider } from '@doable/ui/provider'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { byDay } from './by-day.ts'
import { Notice } from './notice.tsx'
import { noticeTitle, noticeWords } from './notice-words.ts'
import { whereTo } from './where-to.ts'
import { showNotice } from './window-notice.ts'

const news = (fields: Partial<News> = {}): News => ({
  id: 'n1',
  kind: 'completed',
  taskId: 't1',
  listId: 'l1',
  title: 'Order the cake',
  actorId: 'p1',
  actorName: 'Grace',
  count: 1,
  plannedAt: null,
  createdAt: '2026-11-22T23:30:00.000Z',
  readAt: null,
  ...fields,
})
beforeEach(() => formatFor({ language: 'en-GB', timeZone: 'Europe/Berlin' }))
afterEach(() => vi.unstubAllGlobals())

const snoozed = vi.fn()
const shown = (fields: Partial<News>) =>
  render(
    <UiProvider>
      <MemoryRouter>
        <ul>
          <Notice notice={news(fields)} onOpen={() => undefined} onSnooze={snoozed} />
        </ul>
      </MemoryRouter>
    </UiProvider>,
  ).container.textContent

test('several completions of one person are one sentence', () => {
  expect(noticeWords(news())).toBe('Grace completed it')
  expect(noticeWords(news({ count: 3, actorName: null }))).toBe('Somebody completed 3 tasks')
})

test('what came well after its moment says so, what came in time does not', () => {
  const kind = 'reminder'
  expect(shown({ kind, plannedAt: '2026-11-22T21:00:00.000Z' })).toContain(
    'late, meant for 22 Nov 2026, 22:00',
  )
  expect(shown({ kind, plannedAt: '2026-11-22T23:29:00.000Z' })).not.toContain('late')
  expect(shown({ kind })).not.toContain('late')
})

test('a notification leads to what it is about', () => {
  expect(whereTo(news())).toContain('t1')
  expect(whereTo(news({ kind: 'digest' }))).toBe('/tasks/today')
  expect(whereTo(news({ kind: 'test' }))).toBe('/profile/notifications')
  expect(noticeTitle(news({ kind: 'test', title: 'app' }))).toBe('A test message')
})

test('a day is the calendar day of the person', () => {
  const items = [
    news({ id: 'c', createdAt: '2026-11-22T23:30:00.000Z' }),
    news({ id: 'b', createdAt: '2026-11-22T22:59:00.000Z' }),
    news({ id: 'a', createdAt: '2026-11-22T00:30:00.000Z' }),
  ]
  const ids = (zone: string) =>
    byDay(items, zone).map(({ day, notices }) => [day, notices.map(({ id }) => id)])
  expect(ids('Europe/Berlin')).toEqual([
    ['2026-11-23', ['c']],
    ['2026-11-22', ['b', 'a']],
  ])
  expect(ids('America/New_York')).toEqual([
    ['2026-11-22', ['c', 'b']],
    ['2026-11-21', ['a']],
  ])
})

test('over the window it says the same, and pressed it goes there', async () => {
  const made: Shown[] = []
  class Shown {
    static permission = 'granted'
    onclick?: () => void
    close = vi.fn()
    title: string
    options: NotificationOptions
    constructor(title: string, options: NotificationOptions) {
      this.title = title
      this.options = options
      made.push(this)
    }
  }
  vi.stubGlobal('Notification', Shown)
  const [went, focus] = [vi.fn(), vi.spyOn(window, 'focus').mockImplementation(() => undefined)]
  await showNotice(news({ count: 2 }), went)
  Shown.permission = 'default'
  await showNotice(news({ id: 'n2' }), went)
  expect(made).toHaveLength(1)
  expect(made[0]).toMatchObject({
    title: 'Order the cake',
    options: { body: 'Grace completed 2 tasks', tag: 'n1' },
  })
  made[0]?.onclick?.()
  expect(went).toHaveBeenCalledWith(whereTo(news()))
  expect(focus).toHaveBeenCalled()
  expect(made[0]?.close).toHaveBeenCalled()
})

test('an unread one says so to a screen reader', () => {
  shown({})
  expect(screen.getByRole('link').textContent).toMatch(/^Unread: Order the cake/)
})

test('a test message cannot be put off', () => {
  shown({ kind: 'test' })
  expect(screen.queryByRole('button', { name: 'Remind me again' })).toBeNull()
})

test('anything else can be put off', async () => {
  shown({})
  await userEvent.click(screen.getByRole('button', { name: 'Remind me again' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'In an hour' }, { timeout: 30_000 }))
  expect(snoozed).toHaveBeenCalledExactlyOnceWith('1h')
})
