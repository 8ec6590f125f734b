import { expectAccessible } from './axe.ts'
import { dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { expectTitles, message, visit } from './steps.ts'

test.use({ viewport: { width: 1280, height: 900 } })

test('a list is duplicated by its menu and by the palette, undone as one, and other devices have it', async ({
  page,
  mine,
  device,
  person,
}) => {
  const work = await mine.list('Work')
  await mine.list('Zoo')
  const { id: sectionId } = await mine.section(work.id, 'This week')
  await mine.task({ title: 'Plan', listId: work.id, dueOn: dayFromNow(2), labels: ['desk'], priority: 2 })
  const report = await mine.task({ title: 'Report', listId: work.id, sectionId })
  await mine.task({ title: 'Figures', listId: work.id, parentId: report.id })
  const done = await mine.task({ title: 'Over', listId: work.id })
  await mine.complete(done.id)

  await visit(page, '/tasks/today', 'Today')
  await page.getByRole('button', { name: 'Actions for list Work' }).click()
  await expect(page.getByRole('menuitem', { name: 'Duplicate list' })).toBeVisible()
  await expectAccessible(page, 'the menu of a list')
  await page.getByRole('menuitem', { name: 'Duplicate list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Work (copy)' })).toBeVisible()
  await expect(message(page, 'List Work duplicated')).toBeVisible()
  const main = page.getByRole('main')
  await expectTitles(main, ['Plan', 'Report', 'Figures'])
  await expect(main.getByText('This week')).toBeVisible()
  const links = page.getByRole('navigation').getByRole('link', { name: /^(Work|Zoo)/ })
  await expect(links).toHaveText([/^Work3/, /^Work \(copy\)3/, /^Zoo/])
  await expectAccessible(page, 'the copy of a list')

  const other = await device(person, { viewport: { width: 1280, height: 900 } })
  await other.goto(page.url())
  await expect(other.getByRole('heading', { level: 1, name: 'Work (copy)' })).toBeVisible()
  await expectTitles(other.getByRole('main'), ['Plan', 'Report', 'Figures'])
  // The message with its button may be gone by now; the step is not.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(links).toHaveText([/^Work3/, /^Zoo/])
  await expect(other.getByRole('heading', { level: 1, name: 'Work (copy)' })).toBeHidden()

  await page.getByRole('navigation').getByRole('link', { name: /^Zoo/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Zoo' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('duplicate')
  await expect(page.getByRole('option', { name: 'Duplicate this list', selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Zoo (copy)' })).toBeVisible()
  await visit(page, '/tasks/today', 'Today')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('duplicate')
  await expect(page.getByRole('option', { name: 'Duplicate this list' })).toHaveCount(0)
})
