import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { showInWindow, windowNotices } from './window-notices.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

/** A browser whose person answers `answer` when asked. */
function browser(permission: NotificationPermission, answer: NotificationPermission = 'granted') {
  const known = {
    permission,
    requestPermission: vi.fn(async () => {
      known.permission = answer
      return answer
    }),
  }
  vi.stubGlobal('Notification', known)
  return known
}

test('where the browser cannot, there is nothing to choose', () => {
  expect(windowNotices()).toBe('unable')
})

test('the browser asks only when it is wanted, and once', async () => {
  const { requestPermission } = browser('default')
  expect(windowNotices()).toBe('unasked')
  expect(requestPermission).not.toHaveBeenCalled()
  expect(await showInWindow(true)).toBe('on')
  expect(await showInWindow(false)).toBe('off')
  expect(await showInWindow(true)).toBe('on')
  expect(requestPermission).toHaveBeenCalledTimes(1)
})

test('what the person refused stays refused', async () => {
  browser('default', 'denied')
  expect(await showInWindow(true)).toBe('refused')
  expect(windowNotices()).toBe('refused')
})
