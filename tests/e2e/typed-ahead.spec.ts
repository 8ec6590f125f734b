import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { newTask, row, visit } from './steps.ts'

test.use({ serviceWorkers: 'block' })

/** From now on no more code comes, until the answered function is called. */
async function holdCode(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/mfe/**', async (route) => {
    await promise
    await route.fallback()
  })
  return resolve
}
const palette = (page: Page) => page.getByRole('combobox', { name: 'Search and commands' })

test('what is typed before the palette is there is searched for', async ({ page, mine }) => {
  await mine.task({ title: 'Order the cake' })
  await visit(page, '/tasks/inbox', 'Inbox')
  await row(page, 'Order the cake').getByRole('button', { name: 'Order the cake' }).focus()
  const release = await holdCode(page)
  await page.keyboard.press('/')
  await page.keyboard.type('cak')
  await page.keyboard.type('e')
  await expect(palette(page)).toBeHidden()
  release()
  await expect(palette(page)).toHaveValue('cake')
  await page.keyboard.type(' o')
  await expect(palette(page)).toHaveValue('cake o')
  await expect(page.getByRole('option', { name: /Order the cake/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Order the cake', exact: true })).toBeFocused()
})

test('what is typed before quick add is there becomes the task', async ({ page }) => {
  await visit(page, '/tasks/inbox', 'Inbox')
  const release = await holdCode(page)
  await page.keyboard.press('q')
  await page.keyboard.type('Buy stam')
  release()
  await expect(newTask(page)).toHaveValue('Buy stam')
  await page.keyboard.type('ps')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Buy stamps')).toBeVisible()
})

test('what is typed right after going to the search is searched for', async ({ page, mine }) => {
  await mine.task({ title: 'Order the cake' })
  await visit(page, '/tasks/inbox', 'Inbox')
  await page.keyboard.press('/')
  await palette(page).fill('search all')
  await expect(page.getByRole('option', { name: 'Search all tasks', selected: true })).toBeVisible()
  const release = await holdCode(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('cake')
  release()
  await expect(page.getByRole('searchbox')).toHaveValue('cake')
  await expect(page).toHaveURL(/q=cake$/)
  await expect(row(page, 'Order the cake')).toBeVisible()
})
