import { expectAccessible } from './axe.ts'
import { data } from './data.ts'
import { expect, test } from './fixtures.ts'
import { answer, register } from './person.ts'
import { check, details, expectTitles, row, tasksOf, visit } from './steps.ts'

test('a list that is shared for reading is read, and nothing in it can be changed', async ({
  page,
  person,
  device,
}) => {
  const other = await device()
  await register(other.request, 'Grace Hopper')
  const theirs = data(other.request)
  const list = await theirs.list('Wedding')
  await theirs.section(list.id, 'Later')
  await theirs.tasks(['Order the cake', 'Invite everybody'], { listId: list.id, notes: 'By **June**' })
  const reader = { email: person.email, role: 'viewer' }
  await answer(other.request.post(`/api/lists/${list.id}/members`, { data: reader }))

  await visit(page, `/tasks/list/${list.id}`, 'Wedding')
  const tasks = tasksOf(page, 'Wedding')
  await expectTitles(tasks, ['Order the cake', 'Invite everybody'])
  await expect(check(page, 'Order the cake')).toBeDisabled()
  await expect(check(page, 'Order the cake')).toHaveAttribute('title', /for reading only/)
  await expect(page.getByRole('main').getByRole('button', { name: 'Add task' })).toHaveCount(0)
  await row(page, 'Invite everybody').dragTo(row(page, 'Order the cake'), {
    targetPosition: { x: 200, y: 2 },
  })
  await row(page, 'Invite everybody').dragTo(page.getByRole('link', { name: /^Inbox/ }))
  await expectTitles(tasks, ['Order the cake', 'Invite everybody'])
  await expectAccessible(page, 'a list for reading')

  await page.getByRole('button', { name: 'Order the cake', exact: true }).click()
  const panel = details(page, 'Order the cake')
  await expect(panel.getByText('June')).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'Title' })).not.toBeEditable()
  await expect(panel.getByRole('button')).toHaveAccessibleName('Close details')
  await expectAccessible(page, 'details for reading')
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Selected tasks' })).toContainText('Can only be read')
  await expectAccessible(page, 'picked tasks for reading')
})
