import { render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { titleUnread, usePageTitle } from './page-title.ts'

afterEach(() => titleUnread(0))

function Page({ title }: { title: string }) {
  usePageTitle(title)
  return null
}

test('the title names the page and counts what is unread in front of it', () => {
  const { rerender, unmount } = render(<Page title="Today" />)
  expect(document.title).toBe('Today · Doable')
  titleUnread(3)
  expect(document.title).toBe('(3) Today · Doable')
  rerender(<Page title="Inbox" />)
  expect(document.title).toBe('(3) Inbox · Doable')
  titleUnread(0)
  expect(document.title).toBe('Inbox · Doable')
  titleUnread(1)
  unmount()
  expect(document.title).toBe('(1) Doable')
})
