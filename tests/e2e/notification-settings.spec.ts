import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { household } from './household.ts'
import { visit } from './steps.ts'

const open = (page: Page) => visit(page, '/profile/notifications', 'Profile')
const toggle = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('switch', { name })
const heading = (page: Page, name: string) =>
  page.getByRole('main').getByRole('heading', { level: 2, name: new RegExp(`^${name}`) })
const log = (page: Page) => page.getByRole('main').getByRole('list', { name: 'What was sent' })

test('what is told and when is saved as it is chosen, and holds on another device', async ({
  page,
  person,
  device,
}) => {
  await open(page)
  await toggle(page, 'Completed by others, App').click()
  await expect(heading(page, 'What you are told')).toContainText('Saved')
  await toggle(page, /^Quiet hours/).click()
  await page.getByLabel('From', { exact: true }).fill('21:30')
  await page.getByLabel('From', { exact: true }).press('Enter')
  await expect(heading(page, 'When you are told')).toContainText('Saved')
  await expect
    .poll(async () => (await (await page.request.get('/api/notifications/settings')).json()).settings)
    .toMatchObject({ quietFrom: '21:30', quietUntil: '07:00' })

  const other = await device(person)
  await open(other)
  await expect(toggle(other, 'Completed by others, App')).not.toBeChecked()
  await expect(toggle(other, 'Reminder, App')).toBeChecked()
  await expect(other.getByLabel('From', { exact: true })).toHaveValue('21:30')
  await expect(toggle(other, 'Reminders of urgent tasks pass')).toBeChecked()
})

test('a test comes, stands in the log, and the title counts it until it is read', async ({ page }) => {
  await open(page)
  await expect(page.getByText('Nothing was sent to you yet.')).toBeVisible()
  await expect(page).toHaveTitle('Profile · Doable')
  await page.getByRole('button', { name: 'Test App' }).click()
  await expect(page.getByText('The test message was sent.')).toBeVisible()
  await expect(log(page).getByRole('listitem')).toContainText(['Test message'])
  await expect(page).toHaveTitle('(1) Profile · Doable')
  await page.getByRole('button', { name: '1 unread notification' }).click()
  const centre = page.getByRole('dialog', { name: 'Notifications' })
  await expect(centre.getByRole('heading', { level: 3, name: 'today' })).toBeVisible()
  await centre.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page).toHaveTitle('Profile · Doable')
  await centre.getByRole('link', { name: /A test message/ }).click()
  await expect(centre).toBeHidden()
  await page.getByRole('button', { name: /Outcome/ }).click()
  await page.getByRole('option', { name: 'Failed' }).click()
  await expect(page.getByText('Nothing that was sent fits.')).toBeVisible()
})

test('without a network a change goes back and the page says so', async ({ page, context, noise }) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  await open(page)
  await expect(toggle(page, 'Overdue, App')).toBeChecked()
  await context.setOffline(true)
  await toggle(page, 'Overdue, App').click()
  // A part of the page that was still on its way says so too.
  const alerts = page.getByRole('main').getByRole('alert')
  await expect(alerts.filter({ hasText: 'There is no connection. Nothing was changed' })).toBeVisible()
  await expect(toggle(page, 'Overdue, App')).toBeChecked()
  await context.setOffline(false)
  await toggle(page, 'Overdue, App').click()
  await expect(heading(page, 'What you are told')).toContainText('Saved')
})

test('news is shown over the window once the person turned it on and looks elsewhere', async ({ page }) => {
  // Headless Chromium has no window manager: what would be shown is written down, and the page is hidden by its own word.
  await page.addInitScript(() => {
    const shown: string[] = []
    class Shown {
      static permission = 'default'
      static async requestPermission() {
        Shown.permission = 'granted'
        return 'granted'
      }
      constructor(title: string) {
        shown.push(title)
      }
    }
    Object.assign(window, { Notification: Shown, shown })
  })
  await open(page)
  const test = () => page.request.post('/api/notifications/settings/test', { data: { channel: 'app' } })
  const shown = () => page.evaluate(() => (window as unknown as { shown: string[] }).shown)
  await page.getByRole('button', { name: 'Turn on', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Turn off', exact: true })).toBeVisible()
  await test()
  await expect(page).toHaveTitle('(1) Profile · Doable')
  expect(await shown()).toEqual([])
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }))
  await test()
  await expect.poll(shown).toEqual(['A test message'])
})

for (const [width, height] of [
  [1440, 900],
  [360, 740],
] as const)
  test(`nothing is in the way of assistive technology at ${width} px`, async ({ page, mine, device }) => {
    await page.setViewportSize({ width, height })
    const other = await device()
    await household(mine, page.request, other.request)
    await open(page)
    await toggle(page, /^Quiet hours/).click()
    await toggle(page, /^Your day What/).click()
    await expect(page.getByLabel('Told at')).toBeVisible()
    await page.getByRole('button', { name: 'Test App' }).click()
    await expect(log(page).getByRole('listitem').first()).toContainText('Test message')
    await expectAccessible(page, `notification settings at ${width} px`)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
  })
