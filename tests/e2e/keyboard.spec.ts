import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { check, details, expectTitles, newTask, row, tasksOf, visit } from './steps.ts'

/** The button that is a row's title, whatever else its name says. */
const title = (page: Page, name: string) =>
  row(page, name).getByRole('button', { name: new RegExp(`^${name}`) })

/** Fails when a key press leaves the focus nowhere. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  await expect(page.locator('body'), `the focus after ${keys.join(' ')}`).not.toBeFocused()
}

test('a day of work without a mouse', async ({ page, mine }) => {
  const list = await mine.list('Desk')
  await mine.section(list.id, 'Later')
  await mine.label('post')
  await mine.tasks(['Apples', 'Bread', 'Cheese'], { listId: list.id })
  await visit(page, `/tasks/list/${list.id}`, 'Desk')
  const tasks = tasksOf(page, 'Desk')
  await expectTitles(tasks, ['Apples', 'Bread', 'Cheese'])

  await press(page, 'j')
  await expect(title(page, 'Apples')).toBeFocused()
  await press(page, 'j', 'j', 'k')
  await expect(title(page, 'Bread')).toBeFocused()

  await press(page, 'e')
  await page.keyboard.type('Rye bread')
  await press(page, 'Enter')
  await expect(title(page, 'Rye bread')).toBeFocused()
  await press(page, 'p', '2')
  await press(page, 'd')
  await expect(page.getByRole('dialog', { name: 'Due date' })).toBeVisible()
  await press(page, 'Tab')
  await press(page, 'Enter')
  await expect(page.getByRole('dialog', { name: 'Due date' })).toBeHidden()
  await expect(title(page, 'Rye bread')).toBeFocused()
  await expect(title(page, 'Rye bread')).toHaveAccessibleName(/^Rye bread, priority 2, due T/)

  await press(page, 'l')
  await expect(page.getByRole('combobox', { name: 'Labels' })).toBeFocused()
  await page.keyboard.type('post')
  await press(page, 'Enter', 'Escape')
  await expect(title(page, 'Rye bread')).toBeFocused()
  await expect(title(page, 'Rye bread')).toHaveAccessibleName(/, @post$/)
  await press(page, 'm')
  await expect(page.getByRole('combobox', { name: 'Move to' })).toBeFocused()
  await page.keyboard.type('later')
  await press(page, 'Enter')
  await expectTitles(tasks, ['Apples', 'Cheese', 'Rye bread'])

  await press(page, 'Home', 'Enter')
  await expect(details(page, 'Apples')).toBeFocused()
  await press(page, 'Escape')
  await expect(title(page, 'Apples')).toBeFocused()
  await press(page, ' ')
  await expectTitles(tasks, ['Cheese', 'Rye bread'])
  await expect(title(page, 'Cheese')).toBeFocused()
  await press(page, 'Delete')
  await expectTitles(tasks, ['Rye bread'])
  await press(page, 'Control+z')
  await expectTitles(tasks, ['Cheese', 'Rye bread'])
  await press(page, 'Control+z')
  await expectTitles(tasks, ['Apples', 'Cheese', 'Rye bread'])
  await press(page, 'Control+Shift+z')
  await expectTitles(tasks, ['Cheese', 'Rye bread'])
})

test('reordering and indenting is said to who cannot see it', async ({ page, mine }) => {
  await mine.tasks(['Apples', 'Bread', 'Cheese'], { listId: (await mine.list('Shopping')).id })
  await visit(page, '/tasks/today', 'Today')
  await page.getByRole('link', { name: /^Shopping/ }).focus()
  await press(page, 'Enter')
  const tasks = tasksOf(page, 'Shopping')
  const said = (words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeAttached()

  await said('Shopping')
  await press(page, 'j', 'Alt+ArrowDown')
  await expectTitles(tasks, ['Bread', 'Apples', 'Cheese'])
  await said('Moved below Bread')
  await expect(title(page, 'Apples')).toBeFocused()
  await press(page, 'Alt+ArrowUp')
  await said('Moved above Bread')
  await press(page, 'Alt+ArrowUp')
  await said('It cannot go further.')
  await press(page, 'j', 'Alt+ArrowRight')
  await said('Now a subtask of Apples')
  await expect(title(page, 'Apples')).toHaveAccessibleName(/0 of 1 subtasks done/)
  await press(page, 'Alt+ArrowLeft')
  await said('No longer a subtask of Apples')
  await expectTitles(tasks, ['Apples', 'Bread', 'Cheese'])
})

test('several tasks at once', async ({ page, mine }) => {
  await mine.tasks(['Apples', 'Bread', 'Cheese'], { listId: (await mine.list('Shopping')).id })
  await visit(page, '/tasks/inbox', 'Inbox')
  await page.getByRole('link', { name: /^Shopping/ }).click()
  await expect(row(page, 'Cheese')).toBeVisible()
  await press(page, 'j', 'x', 'j', 'x')
  await expect(page.getByRole('toolbar', { name: 'Selected tasks' })).toContainText('2 selected')
  await press(page, 'p', '1')
  await expect(title(page, 'Apples')).toHaveAccessibleName(/priority 1/)
  await expect(title(page, 'Bread')).toHaveAccessibleName(/priority 1/)
  await press(page, ' ')
  await expectTitles(tasksOf(page, 'Shopping'), ['Cheese'])
})

test('every place by its letter, the palette and the list of keys', async ({ page, mine }) => {
  await mine.task({ title: 'Renew passport' })
  await visit(page, '/tasks/inbox', 'Inbox')
  const heading = page.getByRole('heading', { level: 1 })
  for (const [letter, name] of [
    ['t', 'Today'],
    ['u', 'Upcoming'],
    ['o', 'Overview'],
    ['p', 'Profile'],
    ['i', 'Inbox'],
  ] as const) {
    await press(page, 'g', letter)
    await expect(heading).toHaveText(name)
  }
  await press(page, '?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys.getByText('Move task up')).toBeVisible()
  await press(page, 'Escape')
  await expect(keys).toBeHidden()

  await press(page, 'Control+k')
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused()
  await page.keyboard.type('passport')
  await expect(page.getByRole('option', { name: /^Renew passport/ })).toHaveAttribute('aria-selected', 'true')
  await press(page, 'Enter')
  await expect(details(page, 'Renew passport')).toBeVisible()
  await press(page, 'Escape')

  await press(page, 'q')
  await expect(newTask(page)).toBeFocused()
  await page.keyboard.type('Post letter')
  await press(page, 'Enter', 'Escape')
  await expect(newTask(page)).toBeHidden()
  await expect(check(page, 'Post letter')).toBeVisible()
})
