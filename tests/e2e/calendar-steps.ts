import type { Locator, Page } from '@playwright/test'
import { type Data, dayFromNow } from './data.ts'
import { expect } from './fixtures.ts'
import { answer } from './person.ts'
import { grasp, message, visit } from './steps.ts'

export const plain = (day: string) => Temporal.PlainDate.from(day)
export const today = dayFromNow(0)
/** Another day of this week, which starts on a Monday; so it is in sight wherever today is. */
export const other = dayFromNow(plain(today).dayOfWeek === 7 ? -1 : 1)

export const grid = (page: Page) => page.getByRole('main').getByRole('grid')
/** A day's cell, or that of one of its hours. */
export const spot = (page: Page, day: string, hour?: number) =>
  page.locator(`[data-spot="${hour === undefined ? day : `${day} ${hour}`}"]`)
export const onDay = (page: Page, day: string, title: string) =>
  spot(page, day).getByText(title, { exact: true })
export const line = (page: Page, title: string) =>
  grid(page).getByRole('button', { name: new RegExp(`^${title}`) })
/** The block of a task in the hours of a week. */
export const block = (page: Page, title: string) =>
  grid(page).locator('[data-row]').filter({ hasText: title })

export async function openCalendar(page: Page, mine: Data, mode: 'month' | 'week'): Promise<string> {
  const list = await mine.list('Desk')
  const settings = { layout: 'calendar', calendar: mode }
  await answer(page.request.patch('/api/views', { data: { id: `list ${list.id}`, settings } }))
  return list.id
}
export async function show(page: Page, listId: string) {
  await visit(page, `/tasks/list/${listId}`, 'Desk')
  await expect(grid(page)).toBeVisible()
}

/** Near the edges of what scrolls, a drag scrolls on. */
export const inTheMiddle = (page: Page, hour: number) =>
  grid(page)
    .locator(`[data-hour="${hour}"]`)
    .first()
    .evaluate((cell) => cell.scrollIntoView({ block: 'center' }))

/** By the pointer, from a place of one element to a place of another. */
export async function drag(
  page: Page,
  from: Locator,
  to: Locator,
  at?: { x: number; y: number },
  place = { x: 40, y: 12 },
) {
  await grasp(page, from, at)
  await to.hover({ position: place, force: true })
  await to.hover({ position: { ...place, x: place.x + 2 }, force: true })
  await page.mouse.up()
}
export const undoLast = (page: Page, text: string) =>
  message(page, text).last().getByRole('button', { name: 'Undo' }).click()
