import { expectAccessible } from './axe.ts'
import { dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { check, details, message, newTask, row, visit } from './steps.ts'

test.use({ viewport: { width: 1280, height: 900 } })

test('a task that is typed with its repetition goes on when it is done, and comes back', async ({ page }) => {
  await visit(page, '/tasks/today', 'Today')
  await page.keyboard.press('q')
  await newTask(page).fill('Water the plants every 3 days')
  await expect(newTask(page)).toHaveAccessibleDescription(/^Today, every 3 days, in Inbox/)
  await newTask(page).press('Enter')
  await newTask(page).press('Escape')
  const title = row(page, 'Water the plants').getByRole('button', { name: /^Water the plants/ })
  await expect(title).toHaveAccessibleName('Water the plants, due Today, every 3 days, in Inbox')
  await expect(row(page, 'Water the plants').getByText('every 3 days')).toBeVisible()

  await check(page, 'Water the plants').click()
  await expect(message(page, 'Task completed. Next: ')).toBeVisible()
  await expect(row(page, 'Water the plants')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(title).toHaveAccessibleName(/due Today/)
  await check(page, 'Water the plants').click()
  await page.goto('/tasks/upcoming')
  await expect(row(page, 'Water the plants')).toBeVisible()
  await page.goto('/overview')
  await expect(page.getByText(/1 done/).first()).toBeVisible()
})

test('the repetition is chosen by keyboard, with what comes next in sight', async ({ page, mine }) => {
  await mine.tasks(['Pay the rent'], { dueOn: dayFromNow(1) })
  await visit(page, '/tasks/inbox', 'Inbox')
  await row(page, 'Pay the rent')
    .getByRole('button', { name: /^Pay the rent/ })
    .focus()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Repeat' })
  await expect(dialog.getByRole('radio', { name: 'Does not repeat' })).toBeChecked()
  await dialog.getByRole('radio', { name: 'Does not repeat' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: 'Every day', exact: true })).toBeChecked()
  await expect(dialog.getByRole('region', { name: 'Coming days' }).getByRole('listitem')).toHaveCount(5)
  await expectAccessible(page, 'a repetition')
  await dialog.getByRole('radio', { name: 'Custom' }).check()
  await dialog.getByRole('spinbutton', { name: 'Every' }).fill('2')
  await dialog.getByRole('checkbox', { name: /^After completion/ }).check()
  await expectAccessible(page, 'a repetition of one’s own')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(row(page, 'Pay the rent').getByText('every 2 days after completion')).toBeVisible()
})

test('one is skipped, one taken back, one becomes a task of its own, and it ends', async ({ page, mine }) => {
  await mine.tasks(['Take out the bins'], { dueOn: dayFromNow(0), repeatRule: 'FREQ=DAILY' })
  await visit(page, '/tasks/inbox', 'Inbox')
  const open = row(page, 'Take out the bins').getByRole('button', { name: /^Take out the bins/ })
  await open.click()
  const panel = details(page, 'Take out the bins')
  await panel.getByRole('button', { name: 'Repeat: Every day' }).click()
  const dialog = page.getByRole('dialog', { name: 'Repeat' })
  await dialog
    .getByRole('button', { name: /^Skip / })
    .first()
    .click()
  await expect(message(page, 'Skipped. Next: ')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel.getByRole('button', { name: 'Due: Tomorrow' })).toBeVisible()
  const before = panel.getByRole('region', { name: 'Done before' })
  await expect(before.getByText(/, skipped$/)).toBeVisible()
  await before.getByRole('button', { name: /^Take back/ }).click()
  await expect(panel.getByRole('button', { name: 'Due: Today' })).toBeVisible()

  await panel.getByRole('button', { name: 'Repeat: Every day' }).click()
  await dialog.getByRole('button', { name: 'Edit only this one' }).click()
  await expect(panel.getByRole('button', { name: 'Repeat: Does not repeat' })).toBeVisible()
  await expect(
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: check(page, 'Take out the bins') }),
  ).toHaveCount(2)
  await expectAccessible(page, 'a task of its own')
})
