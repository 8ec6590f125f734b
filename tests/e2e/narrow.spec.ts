import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { household } from './household.ts'
import { check, details, layOut, newTask, row, tasksOf, visit } from './steps.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

const fits = (page: Page, where: string) =>
  expect
    .poll(
      () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      where,
    )
    .toBeLessThanOrEqual(0)

type Target = { name: string; width: number; height: number }
/**
 * What can be pressed and is in sight, with the room it gives a finger. A field's label and the whole row of a task count
 * with it; links within a sentence are exempt (WCAG 2.5.8).
 */
const targets = (page: Page): Promise<Target[]> =>
  page.evaluate(() => {
    const pressed = 'a[href], button, input:not([type=hidden]), [role=checkbox], summary, select, textarea'
    const shown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('[aria-hidden=true]') &&
      !(element instanceof HTMLAnchorElement && element.closest('p'))
    return [...document.querySelectorAll<HTMLElement>(pressed)].filter(shown).flatMap((element) => {
      const label = element.closest('label') ?? (element.dir === 'auto' ? element.parentElement : null)
      const { width, height } = (label ?? element).getBoundingClientRect()
      const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return width > 1 && height > 1 ? [{ name: `${element.tagName} ${name.trim()}`, width, height }] : []
    })
  })

async function expectFit(page: Page, where: string): Promise<void> {
  await fits(page, where)
  const small = (await targets(page)).filter(({ width, height }) => width < 24 || height < 24)
  expect.soft(small, `targets too small for a finger: ${where}`).toEqual([])
}

test('on a phone every page fits and can be pressed', async ({ page, mine, playwright, baseURL }) => {
  const other = await playwright.request.newContext({ baseURL })
  const home = await household(mine, page.request, other)
  await other.dispose()
  for (const [path, heading] of [
    ['/tasks/today', 'Today'],
    ['/tasks/inbox', 'Inbox'],
    ['/tasks/upcoming', 'Upcoming'],
    [`/tasks/list/${home.work}`, 'Work'],
    ['/tasks/label/errand', '@errand'],
    ['/tasks/search?q=the', 'Search'],
    ['/tasks/trash', 'Trash'],
    ['/tasks/all?filter=p1', 'Priority 1, urgent'],
    ['/overview', 'Overview'],
    ['/profile/general', 'Profile'],
    ['/profile/security', 'Profile'],
    ['/profile/devices', 'Profile'],
    ['/profile/account', 'Profile'],
  ] as const) {
    await visit(page, path, heading)
    if (path === '/overview') await page.getByText('Show as a table').tap()
    await expectFit(page, path)
  }
  await visit(page, `/tasks/list/${home.work}`, 'Work')
  await layOut(page, 'Board')
  await expect(page.getByRole('region', { name: 'Board' })).toBeVisible()
  await expectFit(page, 'board')
})

test('the bottom bar, quick add and a task as a page of its own', async ({ page, mine }) => {
  await mine.task({ title: 'Renew passport' })
  await visit(page, '/', 'Today')
  const bar = page.getByRole('navigation', { name: 'Bottom bar' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await bar.getByRole('link', { name: 'Inbox' }).tap()
  await expect(row(page, 'Renew passport')).toBeVisible()

  await bar.getByRole('button', { name: 'Add task' }).tap()
  await newTask(page).fill('Buy stamps p2')
  await fits(page, 'quick add')
  await page.getByRole('dialog').getByRole('button', { name: 'Add task' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
  await expect(row(page, 'Buy stamps')).toBeVisible()
  const ring = await check(page, 'Buy stamps').boundingBox()
  expect(Math.min(ring?.width ?? 0, ring?.height ?? 0)).toBeGreaterThanOrEqual(44)
  const line = await row(page, 'Buy stamps').boundingBox()
  expect(line?.height).toBeGreaterThanOrEqual(44)

  await page.getByRole('button', { name: 'Renew passport' }).tap()
  const panel = details(page, 'Renew passport')
  await expect(panel).toBeVisible()
  expect((await panel.boundingBox())?.width).toBe(360)
  await expectFit(page, 'details')
  await page.goBack()
  await expect(panel).toBeHidden()

  await bar.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: 'Trash' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible()
  await expect(page.getByRole('dialog', { name: 'More' })).toBeHidden()
})

test('long words and titles from right to left stay in their row', async ({ page, mine }) => {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  const hebrew = 'לקנות חלב ולחם'
  const list = await mine.list(`${long} ${long}`)
  await mine.tasks([`${long}${long}`, hebrew, 'Plain'], { listId: list.id, labels: [long.slice(0, 60)] })
  await visit(page, `/tasks/list/${list.id}`, long)
  await expect(tasksOf(page, list.name).getByRole('checkbox')).toHaveCount(3)
  await expectFit(page, 'long words')
  for (const title of [`${long}${long}`, hebrew, 'Plain']) {
    const box = await row(page, title).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
  }
  const text = row(page, hebrew).getByRole('button', { name: new RegExp(`^${hebrew}`) })
  await expect(text).toHaveCSS('direction', 'rtl')
  await text.tap()
  await fits(page, 'details of a title from right to left')
  await expect(details(page, hebrew).getByRole('textbox', { name: 'Title' })).toHaveCSS('direction', 'rtl')
})
