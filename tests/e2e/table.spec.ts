import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { details, layOut, visit } from './steps.ts'
import { expectColumn, expectFocus, grid, heading, press } from './view-steps.ts'

test('a table is walked, sorted and changed by keyboard alone', async ({ page, mine }) => {
  const desk = await mine.list('Desk')
  const [apples] = await mine.tasks(['Apples', 'Bread', 'Cheese'], { listId: desk.id })
  await mine.task({ title: 'Peel them', listId: desk.id, parentId: apples?.id ?? null })
  await visit(page, `/tasks/list/${desk.id}`, 'Desk')
  await layOut(page, 'Table')
  await expectColumn(page, 'Desk', 'title', ['Apples', 'Peel them', 'Bread', 'Cheese'])
  await expectAccessible(page, 'table')

  await press(page, 'k')
  await expectFocus(page, 'Apples title')
  await press(page, 'ArrowLeft')
  await expectColumn(page, 'Desk', 'title', ['Apples', 'Bread', 'Cheese'])
  await press(page, 'ArrowRight')
  await expectColumn(page, 'Desk', 'title', ['Apples', 'Peel them', 'Bread', 'Cheese'])
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight')
  await expectFocus(page, 'Bread priority')
  await press(page, 'Enter')
  await page
    .getByRole('menuitemradio', { name: 'Priority 2' })
    .or(page.getByRole('menuitem', { name: 'Priority 2' }))
    .focus()
  await press(page, 'Enter')
  await expectColumn(page, 'Desk', 'priority', ['', '', 'Priority 2', ''])
  await expectFocus(page, 'Bread priority')

  await press(page, 'Home', 'F2')
  await page.keyboard.type('Rye bread')
  await press(page, 'Tab')
  await expectFocus(page, 'Rye bread due')
  await press(page, 'Home', 'F2')
  await page.keyboard.type('Nothing of this')
  await press(page, 'Escape')
  await expectFocus(page, 'Rye bread title')
  await press(page, 'Control+z')
  await expectColumn(page, 'Desk', 'title', ['Apples', 'Peel them', 'Bread', 'Cheese'])

  await press(page, 'Shift+Tab')
  await expect(heading(page, 'Title').getByRole('button', { name: 'Title', exact: true })).toBeFocused()
  await press(page, 'Enter', 'Enter')
  await expect(heading(page, 'Title')).toHaveAttribute('aria-sort', 'descending')
  await expectColumn(page, 'Desk', 'title', ['Cheese', 'Bread', 'Apples', 'Peel them'])
  await press(page, 'ArrowRight', 'ArrowRight')
  const width = async () => (await heading(page, 'Priority').boundingBox())?.width ?? 0
  const before = await width()
  await press(page, 'Shift+ArrowRight')
  await expect.poll(async () => (await width()) - before).toBe(24)
  await press(page, 'Alt+ArrowDown')
  await page.getByRole('menuitem', { name: 'Hide column' }).focus()
  await press(page, 'Enter')
  await expect(heading(page, 'Priority')).toBeHidden()

  await grid(page, 'Desk').locator('[data-row] [data-cell="title"]').first().focus()
  await press(page, 'Shift+Enter')
  await expect(details(page, 'Cheese')).toBeVisible()
  await press(page, 'Escape', 'x', 'Shift+ArrowDown')
  await expect(page.getByRole('toolbar', { name: 'Selected tasks' })).toContainText('2')
  await press(page, 'p', '1')
  await expect.poll(async () => (await mine.stored()).get('Bread')?.priority).toBe(1)
  expect((await mine.stored()).get('Cheese')?.priority).toBe(1)
})

test('columns are pulled, moved and shown, and are so after a reload and on another device', async ({
  page,
  person,
  mine,
  device,
}) => {
  await mine.task({ title: 'Alone', dueOn: dayFromNow(0) })
  await visit(page, '/tasks/today', 'Today')
  await layOut(page, 'Table')
  const box = await heading(page, 'Due').locator('[data-resizer]').boundingBox()
  if (!box) throw new Error('no border to pull')
  await page.mouse.move(box.x + 5, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 65, box.y + 8, { steps: 4 })
  await page.mouse.up()
  const width = async (on: Page) => Math.round((await heading(on, 'Due').boundingBox())?.width ?? 0)
  await expect.poll(() => width(page)).toBe(190)
  const menu = async (entry: string) => {
    await heading(page, 'Due').getByRole('button', { name: 'Due', exact: true }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: entry, exact: true }).click()
  }
  await menu('Move to the end')
  const order = (on: Page) =>
    on.getByRole('columnheader').evaluateAll((all) => all.map((each) => each.textContent))
  await expect.poll(async () => (await order(page)).slice(0, 3)).toEqual(['Title', 'Priority', 'Due'])

  await page.reload()
  await expect.poll(async () => (await order(page)).slice(0, 3)).toEqual(['Title', 'Priority', 'Due'])
  expect(await width(page)).toBe(190)
  const phone = await device(person)
  await visit(phone, '/tasks/today', 'Today')
  await expect.poll(async () => (await order(phone)).slice(0, 3)).toEqual(['Title', 'Priority', 'Due'])
  expect(await width(phone)).toBe(190)

  await phone.getByRole('button', { name: /^View:/ }).click()
  await phone.getByRole('button', { name: 'Reset view' }).click()
  await expect(grid(page, 'Today')).toBeHidden()
  await expect(page.getByRole('button', { name: /^View: ?List$/ })).toBeVisible()
})

test('on a phone the title stays while the other columns are scrolled past it', async ({ page, mine }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await mine.task({
    title: 'Renew the passport before the summer',
    dueOn: dayFromNow(0),
    durationMinutes: 30,
  })
  await visit(page, '/tasks/today', 'Today')
  await layOut(page, 'Table')
  const title = grid(page, 'Today').locator('[data-row] [data-cell="title"]')
  const at = (await title.boundingBox())?.x
  await grid(page, 'Today').locator('[data-row] [data-cell="duration"]').focus()
  await expect(heading(page, 'Duration')).toBeInViewport()
  expect((await title.boundingBox())?.x).toBe(at)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await expectAccessible(page, 'table on a phone')
})
