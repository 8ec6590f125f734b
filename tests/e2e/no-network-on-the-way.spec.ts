import { expect, test } from './fixtures.ts'
import { check, expectTitles, quickAdd, row, tasksOf, titles, visit } from './steps.ts'
import { choose } from './view-steps.ts'

test('nothing a person does to tasks waits for the server', async ({ page, mine }) => {
  const list = await mine.list('Kitchen')
  const section = await mine.section(list.id, 'Later')
  await mine.tasks(['Apples', 'Bread', 'Cheese', 'Dates'], { listId: list.id })
  await visit(page, `/tasks/list/${list.id}`, 'Kitchen')
  const tasks = tasksOf(page, 'Kitchen')
  await expectTitles(tasks, ['Apples', 'Bread', 'Cheese', 'Dates'])
  // No answer ever comes, so whatever shows has not waited for one.
  const held: string[] = []
  await page.route('**/api/**', (route) => void held.push(route.request().url()))
  const shows = (titles: string[]) => expectTitles(tasks, titles)

  await check(page, 'Apples').click()
  await shows(['Bread', 'Cheese', 'Dates'])
  await quickAdd(page, 'Eggs')
  await shows(['Bread', 'Cheese', 'Dates', 'Eggs'])
  const title = (name: string) => row(page, name).getByRole('button', { name: new RegExp(`^${name}`) })
  await title('Bread').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await shows(['Cheese', 'Bread', 'Dates', 'Eggs'])
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title' }).fill('Rye bread')
  await page.keyboard.press('Enter')
  await shows(['Cheese', 'Rye bread', 'Dates', 'Eggs'])
  await title('Dates').focus()
  await page.keyboard.press('m')
  await page.getByRole('combobox', { name: 'Move to' }).fill(section.name)
  await page.keyboard.press('Enter')
  await shows(['Cheese', 'Rye bread', 'Eggs', 'Dates'])
  await title('Cheese').focus()
  await page.keyboard.press('Delete')
  await shows(['Rye bread', 'Eggs', 'Dates'])
  await page.keyboard.press('Control+z')
  await shows(['Cheese', 'Rye bread', 'Eggs', 'Dates'])
  expect(held.length).toBeGreaterThan(0)
})

test('reading, sorting and searching ask the server for nothing', async ({ page, mine }) => {
  await mine.tasks(['Zebra crossing', 'Apple tree', 'Mountain path'])
  await visit(page, '/tasks/inbox', 'Inbox')
  await expect(row(page, 'Mountain path')).toBeVisible()
  await page.waitForLoadState('load')
  const asked: string[] = []
  page.on('request', (request) => {
    // What was chosen goes to the person's other devices, and they are told of it; nothing waits for that.
    const isTold = request.url().includes('/api/sync/')
    if (request.url().includes('/api/') && !isTold) asked.push(request.url())
  })

  await choose(page, /Sort by/, 'Title')
  const inOrder = ['Apple tree', 'Mountain path', 'Zebra crossing']
  const shown = async () => (await titles(tasksOf(page, 'Inbox'))).filter((title) => inOrder.includes(title))
  await expect.poll(shown).toEqual(inOrder)
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1, name: 'Upcoming' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('mountain')
  await page.getByRole('option', { name: /^Show all tasks with/ }).click()
  await expectTitles(tasksOf(page, 'Search'), ['Mountain path'])
  expect(asked).toEqual([])
})
