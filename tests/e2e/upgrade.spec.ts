import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { kept, quickAdd, row, visit } from './steps.ts'
import { movedTo, upgrading } from './upgrading.ts'

const line = (page: Page) => page.getByText('There is a new version of Doable.')
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Profile' })
/** Goes to the profile as a person does, without loading the page anew. */
async function toProfile(page: Page) {
  await page.keyboard.press('g')
  await page.keyboard.press('p')
}

/** The paths of all files that the page has loaded. */
const loaded = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
/** Whether the newest service worker has begun and ended its work of taking over. */
const tookOver = (page: Page) =>
  page.evaluate(async () => {
    const { active, waiting, installing } = await navigator.serviceWorker.ready
    const names = await caches.keys()
    return !waiting && !installing && active?.state === 'activated' && names.includes('doable-fedcba987654')
  })

test.describe('where no service worker is', () => {
  test.use({ serviceWorkers: 'block' })

  test('a part that only the new version has is offered by a reload, and nothing is lost', async ({
    page,
    site,
    noise,
  }) => {
    await using server = await upgrading(site)
    noise.expect(/status of 404/, /Failed to fetch dynamically imported module/)
    await visit(page, `${server.url}/tasks/inbox`, 'Inbox')
    await quickAdd(page, 'Thought of before')
    server.upgrade()
    await toProfile(page)
    await expect(page.getByText('This part comes with the new version of Doable.')).toBeVisible()
    await expect(line(page)).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'Reload' }).click()
    await expect(heading(page)).toBeVisible()
    await expect(line(page)).toBeHidden()
    await visit(page, `${server.url}/tasks/inbox`, 'Inbox')
    await expect(row(page, 'Thought of before')).toBeVisible()
    await page.close()
  })
})

test('a page that stays open over an upgrade goes on with its own parts, and says that there is a new one', async ({
  page,
  site,
}) => {
  await using server = await upgrading(site)
  await visit(page, `${server.url}/tasks/inbox`, 'Inbox')
  await kept(page)
  // A browser lets a new worker take over once the old one has nothing to do: after what is fetched ahead.
  await expect
    .poll(() => loaded(page), { timeout: 60_000 })
    .toContainEqual(expect.stringContaining('/place-picker'))
  await expect(line(page)).toBeHidden()
  server.upgrade()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect(line(page)).toBeVisible()
  await expect.poll(() => tookOver(page), { timeout: 60_000 }).toBe(true)
  await toProfile(page)
  await expect(heading(page)).toBeVisible()
  expect((await loaded(page)).filter((path) => path.startsWith(movedTo))).toEqual([])
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(line(page)).toBeHidden()
  await expect(heading(page)).toBeVisible()
  expect((await loaded(page)).some((path) => path.startsWith(movedTo))).toBe(true)
  await page.close()
})
