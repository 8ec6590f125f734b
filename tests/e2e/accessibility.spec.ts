import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { type Household, household } from './household.ts'
import { check, details, layOut, newTask, row, visit } from './steps.ts'

test.describe.configure({ mode: 'parallel' })
const widths = [1280, 360]
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

for (const width of widths)
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } })
    let home: Household
    test.beforeEach(async ({ mine, page, guest, playwright, baseURL }) => {
      if (guest) return
      const other = await playwright.request.newContext({ baseURL })
      home = await household(mine, page.request, other)
      await other.dispose()
    })

    test('pages of tasks', async ({ page }) => {
      const pages = [
        ['/tasks/today', 'Today', 'Draft the proposal'],
        ['/tasks/inbox', 'Inbox', 'Call the plumber'],
        ['/tasks/upcoming', 'Upcoming', 'Book a table'],
        [`/tasks/list/${home.work}`, 'Work', 'Order chairs'],
        ['/tasks/label/errand', '@errand', 'Call the plumber'],
        ['/tasks/search?q=the', 'Search', 'Draft the proposal'],
        ['/tasks/all?filter=completed%3A+today', 'Completed: Today', 'Water the plants'],
      ] as const
      for (const [path, heading, task] of pages) {
        await visit(page, path, heading)
        await expect(row(page, task)).toBeVisible()
        await expectAccessible(page, path)
      }
      await visit(page, '/tasks/trash', 'Trash')
      await expect(page.getByText('Old idea')).toBeVisible()
      await expectAccessible(page, 'trash')
    })

    test('board, details, selection, messages', async ({ page }) => {
      await visit(page, `/tasks/list/${home.work}`, 'Work')
      await button(page, /^Draft the proposal/).click()
      await expect(details(page, 'Draft the proposal')).toBeVisible()
      await expectAccessible(page, 'details')
      await button(page, 'Add subtask').click()
      await expectAccessible(page, 'a subtask being added')
      await button(page, 'Close details').click()
      await row(page, 'Order chairs')
        .getByRole('button', { name: /^Order/ })
        .focus()
      await page.keyboard.press('x')
      await expectAccessible(page, 'selection')
      await page.keyboard.press('Escape')
      await check(page, 'Order chairs').click()
      await expect(button(page, 'Undo')).toBeVisible()
      await expectAccessible(page, 'message')
      await layOut(page, 'Board')
      await expectAccessible(page, 'board')
    })

    test('what opens over a page', async ({ page }) => {
      await visit(page, `/tasks/list/${home.work}`, 'Work')
      const task = button(page, /^Draft the proposal/)
      type Shown = 'dialog' | 'menu' | 'alertdialog'
      /** `escapes`: how often Escape is pressed until it is closed. */
      const over = async (scene: string, open: () => Promise<void>, shown: Shown, escapes = 1) => {
        await open()
        await expect(page.getByRole(shown).first(), scene).toBeVisible()
        await expectAccessible(page, scene)
        for (let n = 0; n < escapes; n++) await page.keyboard.press('Escape')
        await expect(page.getByRole(shown), scene).toHaveCount(0)
      }
      const key = (name: string) => async () => {
        await task.focus()
        await page.keyboard.press(name)
      }
      await over('date popover', key('d'), 'dialog')
      await over('labels', key('l'), 'dialog')
      await over('move', key('m'), 'dialog')
      await over('shortcuts', key('?'), 'dialog')
      await over(
        'palette',
        async () => {
          await key('Control+k')()
          await page.getByRole('combobox').fill('the')
          await expect(page.getByRole('option', { name: 'Draft the proposal' })).toBeVisible()
        },
        'dialog',
      )
      await over(
        'quick add',
        async () => {
          await key('q')()
          await newTask(page).fill('Paint tomorrow p1 #Wo')
          await expect(page.getByRole('option', { name: '#Work' })).toBeVisible()
        },
        'dialog',
        2,
      )
      await over('list menu', () => button(page, 'List actions').click(), 'menu')
      await over('view', () => button(page, /^View:/).click(), 'dialog')
      const fromMenu = (entry: string) => async () => {
        await button(page, 'List actions').click()
        await page.getByRole('menuitem', { name: entry }).click()
      }
      await over('list dialog', fromMenu('Edit list'), 'dialog')
      await over('section dialog', fromMenu('Add section'), 'dialog')
      await visit(page, `/tasks/list/${home.shared}`, 'Wedding')
      await over(
        'share dialog',
        async () => {
          await fromMenu('Share')()
          await expect(page.getByText('Grace Hopper')).toBeVisible()
        },
        'dialog',
      )
      await over('trashing a shared list', fromMenu('Move to trash'), 'alertdialog')
      if (width < 640) await over('more', () => button(page, 'More').click(), 'dialog')
      if (width < 640) await button(page, 'More').click()
      await over('account', () => button(page, /^Account of/).click(), 'menu')
      await button(page, '1 unread notification').click()
      await expect(page.getByRole('link', { name: /Order the cake/ })).toBeVisible()
      await expectAccessible(page, 'notifications')
    })

    test('overview and profile', async ({ page }) => {
      await visit(page, '/overview', 'Overview')
      await page.getByText('Show as a table').click()
      await expectAccessible(page, 'overview')
      for (const part of ['general', 'security', 'devices', 'account']) {
        await visit(page, `/profile/${part}`, 'Profile')
        await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
        await expectAccessible(page, part)
      }
      await page.getByRole('textbox', { name: 'Current password' }).fill('anything')
      await page.getByRole('main').getByRole('button', { name: 'Delete account' }).click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
      await expectAccessible(page, 'delete account')
    })
  })
