import { currentPerson, setPerson } from '@doable/client/session'
import { afterEach, expect, test, vi } from 'vitest'
import { chooseTheme } from './choose-theme.ts'

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

afterEach(() => vi.unstubAllGlobals())

test('a theme shows at once and is kept in the profile', async () => {
  setPerson(ada)
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    return Response.json({ ...ada, theme: 'dark' })
  })
  const done = chooseTheme('dark')
  expect(document.documentElement.dataset.theme).toBe('dark')
  await done
  expect(sent).toEqual([{ theme: 'dark' }])
  expect(currentPerson()?.theme).toBe('dark')
})

test('without a network it shows all the same', async () => {
  setPerson(ada)
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
  await chooseTheme('light')
  expect(document.documentElement.dataset.theme).toBe('light')
  expect(currentPerson()?.theme).toBe('light')
})
