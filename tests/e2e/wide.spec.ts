import { expect, test } from './fixtures.ts'
import { details, row, visit } from './steps.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test('details stand beside the list, as wide as they were last', async ({ page, mine }) => {
  await mine.tasks(['Apples', 'Bread'])
  await visit(page, '/tasks/inbox', 'Inbox')
  await page.getByRole('button', { name: 'Apples' }).click()
  const panel = details(page, 'Apples')
  await expect(panel).toBeVisible()
  await expect(row(page, 'Bread')).toBeVisible()
  const widthOf = async () => (await panel.boundingBox())?.width ?? 0
  const before = await widthOf()
  await page.getByRole('separator').focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(widthOf).toBeGreaterThan(before)
  const wider = await widthOf()
  await page.reload()
  await expect.poll(widthOf).toBe(wider)
  await page.goBack()
  await expect(panel).toBeHidden()
})

test('the navigation folds to its icons and keeps its names', async ({ page, mine }) => {
  await mine.list('Garden')
  await visit(page, '/tasks/today', 'Today')
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('link', { name: 'Garden' })).toBeVisible()
  await page.keyboard.press('[')
  await expect(navigation.getByRole('link', { name: 'Garden' })).toBeHidden()
  await navigation.getByRole('link', { name: 'Upcoming' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Upcoming' })).toBeVisible()
  await page.reload()
  await navigation.getByRole('button', { name: 'Show navigation' }).click()
  await expect(navigation.getByRole('link', { name: 'Garden' })).toBeVisible()
})
