import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from './axe.ts'
import { expect, needsSettings } from './fixtures.ts'
import { ownHouse } from './own-house.ts'
import { register } from './person.ts'
import { visit } from './steps.ts'

const test = ownHouse()
test.skip(...needsSettings)

test('the status says in words what is not in order, looks again by itself, and keeps what it knew offline', async ({
  page,
  person: _,
  giveUp,
  device,
  noise,
  house,
}) => {
  noise.expect(/status of 404/, /ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/)
  await visit(page, '/administration', 'Administration')
  const main = page.getByRole('main')
  await main.getByRole('link', { name: 'Status of all services' }).click()
  await expect(page).toHaveURL(/\/status$/)
  const summary = main.getByRole('status')
  await expect(summary).toContainText('No backup is known of.')
  await expect(main.getByRole('region', { name: 'Tasks' })).toContainText('answers in')
  await expect(
    main.getByRole('table', { name: 'Queues' }).getByRole('row', { name: /^Reminders/ }),
  ).toBeVisible()
  await expectAccessible(page, 'the status')

  await writeFile(join(house.data, 'last-backup.json'), JSON.stringify({ at: new Date().toISOString() }))
  await expect(summary).toContainText('Everything is in order.', { timeout: 30_000 })
  await giveUp('alarm', 2)
  await expect(summary).toContainText('2 jobs were given up.', { timeout: 30_000 })

  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page, 'the status at 360 px')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page.route('**/api/administration/status/task', (route) => route.abort())
  await expect(summary).toContainText('Tasks: this service does not answer.', { timeout: 30_000 })
  await expect(main.getByRole('region', { name: 'Tasks' })).toContainText('Does not answer')
  await page.context().setOffline(true)
  await expect(main.getByText('There is no connection. What was seen last:')).toBeVisible({ timeout: 30_000 })
  await expect(main.getByRole('region', { name: 'Accounts' })).toContainText('answers in')

  const other = await device()
  await register(other.request)
  await visit(other, '/tasks/today', 'Today')
  await other.goto('/status')
  await expect(other.getByText('Only administrators can open this page.')).toBeVisible()
})
