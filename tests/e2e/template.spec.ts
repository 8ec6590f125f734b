import { expectAccessible } from './axe.ts'
import { dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { expectTitles, message, visit } from './steps.ts'

test.use({ viewport: { width: 1280, height: 900 } })

test('a list is saved as a template, and lists are made from it by the palette and the menu of lists', async ({
  page,
  mine,
  device,
  person,
}) => {
  const trip = await mine.list('Trip')
  const { id: sectionId } = await mine.section(trip.id, 'Bag')
  await mine.task({ title: 'Tickets', listId: trip.id, dueOn: dayFromNow(0), priority: 1 })
  const washbag = await mine.task({ title: 'Washbag', listId: trip.id, sectionId, dueOn: dayFromNow(2) })
  await mine.task({ title: 'Soap', listId: trip.id, parentId: washbag.id })

  await visit(page, '/tasks/templates', 'Templates')
  await expect(page.getByText('A template is a list to make others from')).toBeVisible()
  await expectAccessible(page, 'no templates')
  await page.getByRole('button', { name: 'Actions for list Trip' }).click()
  await page.getByRole('menuitem', { name: 'Save as template' }).click()
  await expect(message(page, 'List Trip saved as a template')).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByText('Template', { exact: true })).toBeVisible()
  await expectTitles(main, ['Tickets', 'Washbag', 'Soap'])
  await expect(main.getByRole('checkbox', { name: 'Complete Tickets' })).toBeDisabled()
  await expectAccessible(page, 'a template')
  await visit(page, '/tasks/today', 'Today')
  await expectTitles(page.getByRole('main'), ['Tickets'])

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('from template')
  await expect(page.getByRole('option', { name: 'New list from template', selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New list from template' })
  await expect(dialog.getByRole('region', { name: 'What is in it' })).toContainText('BagWashbag')
  await expectAccessible(page, 'a list from a template')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Lisbon')
  await dialog.getByLabel('Start day').fill(dayFromNow(30))
  await dialog.getByRole('button', { name: 'Add list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lisbon' })).toBeVisible()
  await expectTitles(main, ['Tickets', 'Washbag', 'Soap'])
  const listId = new URL(page.url()).pathname.split('/').at(-1)
  const dues = async () => {
    const answer = await page.request.get(`/api/tasks?listId=${listId}`)
    const { items } = (await answer.json()) as { items: { title: string; dueOn: string | null }[] }
    return Object.fromEntries(items.map(({ title, dueOn }) => [title, dueOn]))
  }
  const wanted = { Tickets: dayFromNow(30), Washbag: dayFromNow(32), Soap: null }
  await expect.poll(dues).toEqual(wanted)

  const other = await device(person, { viewport: { width: 1280, height: 900 } })
  await other.goto(page.url())
  await expect(other.getByRole('heading', { level: 1, name: 'Lisbon' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  const links = page.getByRole('navigation').getByRole('link', { name: /^(Trip|Lisbon)/ })
  await expect(links).toHaveText([/^Trip3/])
  await expect(other.getByRole('heading', { level: 1, name: 'Lisbon' })).toBeHidden()

  await page.getByRole('button', { name: 'More ways to add a list' }).click()
  await page.getByRole('menuitem', { name: 'New list from template' }).click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await visit(page, '/tasks/templates', 'Templates')
  await expect(main.getByRole('listitem').filter({ hasText: 'Trip' })).toContainText('1 section · 3 tasks')
  await expectAccessible(page, 'the templates')
})
