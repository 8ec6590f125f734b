import { expect, test } from './fixtures.ts'
import { freshEmail } from './person.ts'
import { check, details, message, newTask, quickAdd, row, tasksOf, visit } from './steps.ts'

const password = 'a rather quiet harbour'

test.describe('a guest', () => {
  test.use({ guest: true })
  test('somebody registers and finds tasks that teach by being done', async ({ page, noise }) => {
    noise.expect(/status of 400 .*\/api\/users$/)
    await page.goto('/')
    await page.getByRole('link', { name: 'Create an account' }).click()
    await expect(page).toHaveTitle(/Create an account/)
    const field = (name: string) => page.getByRole('textbox', { name })
    const send = page.getByRole('button', { name: 'Create account' })

    await field('E-mail').fill('nowhere')
    await field('Password').fill('short')
    await send.click()
    await expect(field('Name')).toHaveAccessibleDescription('Enter your name.')
    await expect(field('Name')).toBeFocused()
    await expect(field('E-mail')).toHaveAccessibleDescription(/such as ada@example.org/)
    await expect(field('Password')).toHaveAccessibleDescription('At least 8 characters.')

    await field('Name').fill('Ada Lovelace')
    await field('E-mail').fill(freshEmail())
    await field('Password').fill('password1')
    await send.click()
    await expect(field('Password')).toHaveAccessibleDescription(/among the first that an attacker tries/)

    await field('Password').fill(password)
    await send.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
    await expect(page.getByText('Nothing due today.')).toBeVisible()

    await page.getByRole('link', { name: 'Inbox' }).click()
    const first = 'Complete this task: click the circle in front of it'
    await check(page, first).click()
    await expect(row(page, first)).toBeHidden()
    await message(page, 'Task completed').getByRole('button', { name: 'Undo' }).click()
    await expect(row(page, first)).toBeVisible()
  })
})

test('one line becomes a task; what was understood is said and can be turned back', async ({ page }) => {
  await visit(page, '/tasks/inbox', 'Inbox')
  await page.keyboard.press('q')
  await newTask(page).fill('Call the plumber tomorrow 17:00 #Home @phone p1')
  const tinted = page.getByRole('dialog', { name: 'Add task' }).locator('mark')
  await expect(tinted).toHaveText(['tomorrow 17:00', '#Home', '@phone', 'p1'])
  await expect(newTask(page)).toHaveAccessibleDescription(
    'Tomorrow 17:00, in the new list Home, new label @phone, priority 1',
  )

  await newTask(page).press('Backspace')
  await expect(newTask(page)).toHaveValue('Call the plumber tomorrow 17:00 #Home @phone p1')
  await expect(tinted).toHaveText(['tomorrow 17:00', '#Home', '@phone'])
  await expect(newTask(page)).toHaveAccessibleDescription(
    'Tomorrow 17:00, in the new list Home, new label @phone',
  )
  await newTask(page).press('Enter')
  await expect(message(page, 'Task added')).toBeVisible()
  await newTask(page).press('Escape')

  await page.getByRole('link', { name: /^Home/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
  await expect(
    page.getByRole('button', { name: /^Call the plumber p1, due Tomorrow 17:00, @phone/ }),
  ).toBeVisible()
})

test('sections, subtasks and all the details of a task', async ({ page }) => {
  await visit(page, '/tasks/inbox', 'Inbox')
  await page.getByRole('button', { name: 'Add list' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Move house')
  await dialog.getByRole('radio', { name: 'Teal' }).check({ force: true })
  await dialog.getByRole('button', { name: 'Add list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Move house' })).toBeVisible()

  await page.getByRole('button', { name: 'List actions' }).click()
  await page.getByRole('menuitem', { name: 'Add section' }).click()
  await page.getByRole('textbox', { name: 'Section name' }).fill('Packing')
  await page.getByRole('textbox', { name: 'Section name' }).press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Packing' })).toBeVisible()
  await quickAdd(page, 'Find boxes')
  await page.getByRole('button', { name: /^Find boxes/ }).click()

  const panel = details(page, 'Find boxes')
  await panel.getByRole('button', { name: 'Add subtask' }).click()
  await newTask(page).fill('Ask the baker')
  await newTask(page).press('Enter')
  await newTask(page).press('Escape')
  await expect(panel.getByRole('heading', { name: 'Subtasks 0/1' })).toBeVisible()
  await check(panel, 'Ask the baker').click()
  await expect(panel.getByRole('heading', { name: 'Subtasks 1/1' })).toBeVisible()

  await panel.getByRole('button', { name: 'Add notes' }).click()
  await panel.getByRole('textbox', { name: 'Notes' }).fill('At least **twenty**')
  await panel.getByRole('textbox', { name: 'Notes' }).press('Control+Enter')
  await expect(panel.getByRole('strong')).toHaveText('twenty')
  await panel.getByRole('button', { name: /^Priority/ }).click()
  await page.getByRole('menuitem', { name: 'Priority 2' }).click()
  await panel.getByRole('button', { name: /^Due/ }).click()
  await page
    .getByRole('dialog', { name: 'Due date' })
    .getByRole('button', { name: /^Tomorrow/ })
    .click()
  await panel.getByRole('button', { name: /^List/ }).click()
  await page.getByRole('combobox', { name: 'Move to' }).fill('Packing')
  await page.getByRole('option', { name: 'Packing' }).click()
  await expect(panel.getByRole('button', { name: 'List: Move house / Packing' })).toBeVisible()
  const title = panel.getByRole('textbox', { name: 'Title' })
  await title.fill('Find twenty boxes')
  await title.press('Enter')

  await page.getByRole('button', { name: 'Close details' }).click()
  const line = tasksOf(page, 'Move house').getByRole('button', { name: /^Find twenty boxes/ })
  await expect(line).toHaveAccessibleName('Find twenty boxes, priority 2, due Tomorrow, 1 of 1 subtasks done')
})
