import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { data } from './data.ts'
import { expect, test } from './fixtures.ts'
import { answer, register } from './person.ts'
import { details, message, visit } from './steps.ts'

const moments = (page: Page) => page.getByRole('tabpanel', { name: 'History' }).getByRole('listitem')
const openHistory = (page: Page) => page.getByRole('tab', { name: 'History' }).click()

test('who did what stands there as it happens, and a former value comes back and goes again', async ({
  page,
  mine,
  device,
}) => {
  const other = await device()
  const { email } = await register(other.request, 'Grace Hopper')
  const list = await mine.list('Wedding')
  await answer(page.request.post(`/api/lists/${list.id}/members`, { data: { email, role: 'editor' } }))
  const task = await mine.task({ title: 'Order the cake', listId: list.id, notes: 'Three tiers, no nuts' })
  await visit(page, `/tasks/list/${list.id}?task=${task.id}`, 'Wedding')
  await openHistory(page)
  await expect(moments(page)).toHaveText([/You.*Added the task/])

  await data(other.request).change(task.id, {
    title: 'Order the wedding cake',
    notes: 'Four tiers, no nuts',
    priority: 1,
  })
  await expect(moments(page).first()).toHaveText(/Grace Hopper/)
  await expect(moments(page).first().locator('del')).toHaveText(['Three', 'None'])
  await expect(moments(page).first().locator('ins')).toHaveText([/wedding/, 'Four', 'p1'])
  await expectAccessible(page, 'history')

  await page.getByRole('button', { name: 'Restore Notes as it was before' }).click()
  await expect(
    details(page, 'Order the wedding cake').getByText('Three tiers, no nuts', { exact: true }),
  ).toBeVisible()
  await expect(moments(page).first()).toHaveText(/You/)
  await expect(page.getByRole('button', { name: 'Restore Notes as it was before' })).toHaveCount(1)
  await message(page, 'Notes: former value restored').getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(async () => (await mine.stored()).get('Order the wedding cake')?.notes)
    .toBe('Four tiers, no nuts')
  await page.getByRole('button', { name: 'Restore Title as it was before' }).focus()
  await page.keyboard.press('Enter')
  await expect(details(page, 'Order the cake')).toBeVisible()
})

test('without a network it says what is missing, and comes by itself when there is one', async ({
  page,
  context,
  mine,
  noise,
}) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED|Failed to (fetch|load resource)/)
  const task = await mine.task({ title: 'Letter' })
  await visit(page, `/tasks/inbox?task=${task.id}`, 'Inbox')
  await expect(page.getByRole('tab', { name: 'History' })).toBeVisible()
  await openHistory(page)
  await expect(moments(page)).toHaveText([/Added the task/])
  await page.getByRole('tab', { name: /^Comments/ }).click()
  await context.setOffline(true)
  await openHistory(page)
  await expect(page.getByText('You are offline. The history comes once you are connected.')).toBeVisible()
  await expectAccessible(page, 'history without a network')
  await context.setOffline(false)
  await expect(moments(page)).toHaveText([/Added the task/])
  await expect(page.getByText('You are offline. The history comes')).toHaveCount(0)
})

test('much that was done comes in portions, also on a phone', async ({ page, mine }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const task = await mine.task({ title: 'Letter' })
  for (let n = 0; n < 25; n += 1)
    await mine.change(task.id, { title: `Letter ${n}`, notes: `${'long '.repeat(900)}${n}` })
  await page.goto(`/tasks/inbox?task=${task.id}`)
  await openHistory(page)
  const lines = page.getByRole('tabpanel', { name: 'History' }).locator('ins')
  await expect(lines.first()).toHaveText(/24/)
  const before = await lines.count()
  await page.getByRole('button', { name: 'Show earlier' }).click()
  await expect.poll(() => lines.count()).toBeGreaterThan(before)
  await expect(page.getByText('Added the task')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  await expectAccessible(page, 'a long history, narrow')
})
