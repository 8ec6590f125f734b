import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { details, expectTitles, grasp, layOut, message, row, tasksOf, visit } from './steps.ts'

/** Where on a row something is dropped: its edges reorder, its middle makes a subtask. */
type Edge = 'top' | 'middle' | 'bottom'

async function drag(page: Page, from: Locator, to: Locator, edge: Edge = 'middle'): Promise<void> {
  const box = await to.boundingBox()
  if (!box) throw new Error('nothing to drop on')
  const y = { top: 3, middle: box.height / 2, bottom: box.height - 3 }[edge]
  await grasp(page, from)
  await to.hover({ position: { x: box.width / 2, y }, force: true })
  await to.hover({ position: { x: box.width / 2 + 2, y }, force: true })
  await page.mouse.up()
  // What lies under the pointer shows its actions in place of its figures.
  await page.getByRole('heading', { level: 1 }).hover()
}

test('tasks are put in order, below each other and into sections by dragging', async ({ page, mine }) => {
  const list = await mine.list('Desk')
  const section = await mine.section(list.id, 'Later')
  await mine.tasks(['Apples', 'Bread', 'Cheese'], { listId: list.id })
  await mine.tasks(['Dates'], { listId: list.id, sectionId: section.id })
  await visit(page, `/tasks/list/${list.id}`, 'Desk')
  const tasks = tasksOf(page, 'Desk')
  await expectTitles(tasks, ['Apples', 'Bread', 'Cheese', 'Dates'])

  await drag(page, row(page, 'Apples'), row(page, 'Cheese'), 'bottom')
  await expectTitles(tasks, ['Bread', 'Cheese', 'Apples', 'Dates'])
  await drag(page, row(page, 'Apples'), row(page, 'Bread'), 'top')
  await expectTitles(tasks, ['Apples', 'Bread', 'Cheese', 'Dates'])
  await drag(page, row(page, 'Bread'), row(page, 'Dates'), 'top')
  await expectTitles(tasks, ['Apples', 'Cheese', 'Bread', 'Dates'])
  await drag(page, row(page, 'Apples'), page.getByRole('heading', { name: 'Later' }))
  await expectTitles(tasks, ['Cheese', 'Bread', 'Dates', 'Apples'])
  await drag(page, row(page, 'Apples'), row(page, 'Cheese'), 'middle')
  await expect(page.getByRole('button', { name: 'Cheese, 0 of 1 subtasks done' })).toBeVisible()
  await drag(page, row(page, 'Cheese'), row(page, 'Apples'), 'middle')
  await expect(message(page, 'A task cannot be moved below itself.')).toBeVisible()

  const cheese = (await mine.stored()).get('Cheese')?.id
  await expect.poll(async () => (await mine.stored()).get('Apples')?.parentId).toBe(cheese)
  expect((await mine.stored()).get('Bread')?.sectionId).toBe(section.id)
  await page.reload()
  await expectTitles(tasks, ['Cheese', 'Apples', 'Bread', 'Dates'])
})

test('a task goes to a list of the navigation, several go together, and undo brings them back', async ({
  page,
  mine,
}) => {
  const [desk, home] = [await mine.list('Desk'), await mine.list('Home')]
  await mine.tasks(['Apples', 'Bread', 'Cheese'], { listId: desk.id })
  await visit(page, `/tasks/list/${desk.id}`, 'Desk')
  const tasks = tasksOf(page, 'Desk')
  const navigation = page.getByRole('navigation', { name: 'Main' })
  const link = (name: string) => navigation.getByRole('link', { name: new RegExp(`^${name}`) })
  await expectTitles(tasks, ['Apples', 'Bread', 'Cheese'])

  await drag(page, row(page, 'Bread'), link('Home'))
  await expectTitles(tasks, ['Apples', 'Cheese'])
  await expect(link('Home')).toHaveAccessibleName('Home 1 open')
  await page.getByRole('button', { name: 'Apples', exact: true }).click({ modifiers: ['ControlOrMeta'] })
  await page.getByRole('button', { name: 'Cheese', exact: true }).click({ modifiers: ['ControlOrMeta'] })
  await drag(page, row(page, 'Cheese'), link('Home'))
  await expect(link('Home')).toHaveAccessibleName('Home 3 open')
  await message(page, 'Moved to Home').last().getByRole('button', { name: 'Undo' }).click()
  await expectTitles(tasks, ['Apples', 'Cheese'])
  await expect.poll(async () => (await mine.stored()).get('Bread')?.listId).toBe(home.id)

  await drag(page, link('Home'), link('Desk'), 'top')
  const lists = navigation.getByRole('region', { name: 'Lists' }).getByRole('link')
  await expect(lists).toHaveText([/^Home/, /^Desk/])
})

test('cards go from column to column of the board', async ({ page, mine }) => {
  const list = await mine.list('Desk')
  const section = await mine.section(list.id, 'Doing')
  await mine.tasks(['Apples', 'Bread'], { listId: list.id })
  await mine.tasks(['Cheese'], { listId: list.id, sectionId: section.id })
  await visit(page, `/tasks/list/${list.id}`, 'Desk')
  await layOut(page, 'Board')
  const column = (name: string) => page.getByRole('region', { name: 'Board' }).getByRole('list', { name })
  await expectTitles(column('No section'), ['Apples', 'Bread'])
  await expectTitles(column('Doing'), ['Cheese'])

  await drag(page, row(page, 'Apples'), row(page, 'Cheese'), 'top')
  await expectTitles(column('Doing'), ['Apples', 'Cheese'])
  await drag(page, row(page, 'Bread'), page.getByRole('heading', { name: 'Doing' }))
  await expectTitles(column('Doing'), ['Apples', 'Cheese', 'Bread'])
  await expectTitles(column('No section'), [])

  await page.getByRole('button', { name: 'Cheese', exact: true }).click()
  await expect(details(page, 'Cheese')).toBeVisible()
  await expect.poll(async () => (await mine.stored()).get('Bread')?.sectionId).toBe(section.id)
})

test('labels are put in order by dragging, and say how much is open while one points at them', async ({
  page,
  mine,
}) => {
  for (const name of ['errand', 'phone']) await mine.label(name)
  await mine.tasks(['Call mum'], { labels: ['phone'] })
  await visit(page, '/tasks/inbox', 'Inbox')
  const links = page.getByRole('region', { name: 'Labels' }).getByRole('link')
  const link = (name: string) => links.filter({ hasText: name })
  await expect(links).toHaveText([/^errand/, /^phone/])
  await link('phone').hover()
  await expect(link('phone').getByText('1', { exact: false }).first()).toBeVisible()
  await drag(page, link('phone'), link('errand'), 'top')
  await expect(links).toHaveText([/^phone/, /^errand/])
})
