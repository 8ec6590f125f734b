import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { expectTitles, layOut, visit } from './steps.ts'
import { choose, expectColumn, grid, press } from './view-steps.ts'

test('two tabs show the same view, and what was chosen offline is kept', async ({
  page,
  context,
  mine,
  noise,
}) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/)
  const desk = await mine.list('Desk')
  await mine.tasks(['Apples', 'Bread'], { listId: desk.id })
  const path = `/tasks/list/${desk.id}`
  await visit(page, path, 'Desk')
  const other = await context.newPage()
  await visit(other, path, 'Desk')
  await layOut(page, 'Table')
  await expect(grid(other, 'Desk')).toBeVisible()
  await context.setOffline(true)
  await choose(other, /Sort by/, 'Newest')
  await expectColumn(page, 'Desk', 'title', ['Bread', 'Apples'])
  await context.setOffline(false)
  await page.reload()
  await expectColumn(page, 'Desk', 'title', ['Bread', 'Apples'])
})

test('cards change by going to another group, with the keyboard too, and each is one step back', async ({
  page,
  mine,
}) => {
  const desk = await mine.list('Desk')
  await mine.task({ title: 'Apples', listId: desk.id, priority: 1, labels: ['shop', 'home'] })
  await mine.task({ title: 'Bread', listId: desk.id, priority: 3 })
  await visit(page, `/tasks/list/${desk.id}`, 'Desk')
  await layOut(page, 'Board')
  await choose(page, /Group by/, 'Priority')
  const column = (name: string) => page.getByRole('region', { name: 'Board' }).getByRole('list', { name })
  await expectTitles(column('Priority 1'), ['Apples'])
  await expectTitles(column('Priority 2'), [])
  await expectAccessible(page, 'board by priority')
  await column('Priority 1')
    .getByRole('button', { name: /^Apples/ })
    .focus()
  await press(page, 'Alt+ArrowRight')
  await expectTitles(column('Priority 2'), ['Apples'])
  await press(page, 'Control+z')
  await expectTitles(column('Priority 1'), ['Apples'])
  await column('Priority 3')
    .getByRole('button', { name: /^Bread/ })
    .dragTo(page.getByRole('heading', { name: 'No priority' }))
  await expectTitles(column('No priority'), ['Bread'])
  await choose(page, /Group by/, 'Label')
  await expectTitles(column('@shop'), ['Apples'])
  await column('No label')
    .getByRole('button', { name: /^Bread/ })
    .dragTo(page.getByRole('heading', { name: '@home' }))
  await expectTitles(column('@home'), ['Bread'])
  await expect
    .poll(async () => (await mine.stored()).get('Bread'))
    .toMatchObject({ labels: ['home'], priority: 4 })
})
