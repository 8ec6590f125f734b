import { expectAccessible } from './axe.ts'
import { expect, needsSettings } from './fixtures.ts'
import { ownHouse } from './own-house.ts'
import { register } from './person.ts'
import { visit } from './steps.ts'

const test = ownHouse()
test.skip(...needsSettings)

test('an administrator tries again and discards what was given up; for others there is no such page', async ({
  page,
  person: _,
  giveUp,
  device,
  noise,
}) => {
  noise.expect(/status of 404/, /ERR_INTERNET_DISCONNECTED/)
  await visit(page, '/tasks/today', 'Today')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Administration' }).click()
  const main = page.getByRole('main')
  await expect(main.getByText('Nothing was given up.')).toBeVisible()
  await expectAccessible(page, 'nothing given up')

  await giveUp('alarm', 2)
  await giveUp('deliver-sms', 2)
  await page.reload()
  const jobs = main.getByRole('list', { name: 'Jobs that were given up' }).getByRole('listitem')
  await expect(jobs).toHaveCount(4)
  await expect(jobs.first()).toContainText('Given up after 16 tries')
  await expect(jobs.first()).toContainText('451 4.7.1 Greylisting')
  await expectAccessible(page, 'what was given up')

  await main
    .getByRole('button', { name: /^Try again: Reminders/ })
    .first()
    .click()
  await expect(jobs).toHaveCount(3)
  await main.getByRole('button', { name: /^Discard: Reminders/ }).click()
  const asks = page.getByRole('alertdialog')
  await asks.getByRole('button', { name: 'Cancel' }).click()
  await expect(jobs).toHaveCount(3)
  await main.getByRole('button', { name: /^Discard: Reminders/ }).click()
  await asks.getByRole('button', { name: 'Discard' }).click()
  await expect(jobs).toHaveCount(2)

  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page, 'what was given up at 360 px')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.context().setOffline(true)
  await main.getByRole('button', { name: 'Try all again: SMS' }).click()
  await expect(main.getByText('There is no connection.')).toBeVisible()
  await page.context().setOffline(false)
  await main.getByRole('button', { name: 'Discard all: SMS' }).click()
  await asks.getByRole('button', { name: 'Discard' }).click()
  await expect(main.getByText('Nothing was given up.')).toBeVisible()

  const other = await device()
  await register(other.request)
  await visit(other, '/tasks/today', 'Today')
  await expect(other.getByRole('link', { name: 'Inbox' }).first()).toBeVisible()
  await expect(other.getByRole('link', { name: 'Administration' })).toHaveCount(0)
  await other.goto('/administration')
  await expect(other.getByText('Only administrators can open this page.')).toBeVisible()
})
