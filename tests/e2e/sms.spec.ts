import type { Page } from '@playwright/test'
import { type SmsGateway, startSmsGateway } from '../support/sms-gateway.ts'
import { expectAccessible } from './axe.ts'
import { test as base, expect, needsSettings, serving } from './fixtures.ts'
import { visit } from './steps.ts'

/** A Doable that can send SMS. */
const test = base.extend<object, { gateway: SmsGateway }>({
  gateway: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const gateway = await startSmsGateway()
      await use(gateway)
      await gateway.stop()
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ gateway }, use) => {
      await serving(gateway.env, ({ port }) => use(`http://localhost:${port}`))
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
test.skip(...needsSettings)

const open = (page: Page) => visit(page, '/profile/notifications', 'Profile')

for (const [width, number] of [
  [1440, '+4915100000001'],
  [360, '+4915100000002'],
] as const)
  test(`a number is verified, tested and removed at ${width} px`, async ({ page, gateway, noise }) => {
    // What the server refuses is a line in the browser's console.
    noise.expect(/status of 400/)
    await page.setViewportSize({ width, height: 900 })
    await open(page)
    const field = page.getByLabel('Mobile number')
    await field.fill('0151 1234')
    await page.getByRole('button', { name: 'Send code' }).click()
    await expect(page.getByText(/^Enter the number with its country code/)).toBeVisible()
    gateway.refused.add('+4915199999999')
    await field.fill('+49 151 99999999')
    await page.getByRole('button', { name: 'Send code' }).click()
    await expect(page.getByText('No SMS can reach this number.')).toBeVisible()
    await expectAccessible(page, `a refused number at ${width} px`)
    await field.fill(number)
    await field.press('Enter')
    const code = page.getByLabel('Code')
    await code.fill('000000')
    await code.press('Enter')
    await expect(page.getByText('That is not the code that was sent.')).toBeVisible()
    await expectAccessible(page, `a wrong code at ${width} px`)
    await code.fill(gateway.codeOf(number))
    await code.press('Enter')
    await expect(page.getByText('Verified', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Test SMS' }).click()
    await expect(page.getByText('The test message was sent.')).toBeVisible()
    expect(gateway.to(number)).toHaveLength(2)
    await expect(page.getByText(/18 are left today/)).toBeVisible()
    await expectAccessible(page, `a verified number at ${width} px`)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Remove number' }).click()
    await expect(field).toBeVisible()
    await expect(page.getByRole('button', { name: 'Test SMS' })).toBeHidden()
  })
