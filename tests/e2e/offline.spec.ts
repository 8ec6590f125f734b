import { expect, test } from './fixtures.ts'
import { check, details, expectTitles, kept, message, quickAdd, row, tasksOf, visit } from './steps.ts'

test('a day offline: everything is there, every change is kept and sent later', async ({
  page,
  context,
  person,
  mine,
  device,
  noise,
}) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/)
  const list = await mine.list('Garden')
  await mine.tasks(['Prune roses', 'Sow peas', 'Mow', 'Old note'], { listId: list.id })
  const path = `/tasks/list/${list.id}`
  const other = await device(person)
  await visit(other, path, 'Garden')
  await visit(page, path, 'Garden')
  await expect(row(page, 'Old note')).toBeVisible()
  await kept(page)

  await context.setOffline(true)
  await expect(page.getByText('Offline. Everything you see is kept here.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Offline. Everything you see is kept here.')).toBeVisible()
  const tasks = tasksOf(page, 'Garden')
  await expectTitles(tasks, ['Prune roses', 'Sow peas', 'Mow', 'Old note'])

  await check(page, 'Prune roses').click()
  await expect(page.getByText('Offline. 1 change will be sent.')).toBeVisible()
  await quickAdd(page, 'Buy compost tomorrow')
  await row(page, 'Sow peas')
    .getByRole('button', { name: /^Sow peas/ })
    .click()
  const title = details(page, 'Sow peas').getByRole('textbox', { name: 'Title' })
  await title.fill('Sow beans')
  await title.press('Enter')
  await page.getByRole('button', { name: 'Close details' }).click()
  await page.getByRole('button', { name: /^Sow beans/ }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('button', { name: /^Old note/ }).focus()
  await page.keyboard.press('Delete')
  await expectTitles(tasks, ['Mow', 'Sow beans', 'Buy compost'])
  await expect(page.getByText('Offline. 5 changes will be sent.')).toBeVisible()

  await page.reload()
  await expectTitles(tasks, ['Mow', 'Sow beans', 'Buy compost'])
  await expect(page.getByText('Offline. 5 changes will be sent.')).toBeVisible()
  await expectTitles(tasksOf(other, 'Garden'), ['Prune roses', 'Sow peas', 'Mow', 'Old note'])

  await context.setOffline(false)
  await expect(page.getByText('Offline')).toBeHidden()
  await expectTitles(tasksOf(other, 'Garden'), ['Mow', 'Sow beans', 'Buy compost'])
  const stored = await mine.stored()
  expect(stored.get('Prune roses')?.completedAt).toBeTruthy()
  expect(stored.get('Old note')?.trashedAt).toBeTruthy()
  expect(stored.get('Buy compost')?.listId).toBe(list.id)
  expect(stored.has('Sow peas')).toBe(false)
})

test('what was not sent outlives a session that ended elsewhere', async ({
  page,
  context,
  person,
  mine,
  device,
  noise,
}) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/, /status of 401/)
  await visit(page, '/tasks/inbox', 'Inbox')
  await kept(page)
  const other = await device(person)
  await context.setOffline(true)
  await quickAdd(page, 'Thought of on the train')
  await expect(page.getByText('1 change will be sent.')).toBeVisible()

  await visit(other, '/profile/devices', 'Profile')
  await other.getByRole('button', { name: 'Sign out every other device' }).click()
  await expect(message(other, 'Every other device was signed out.')).toBeVisible()
  await context.setOffline(false)

  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(person.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(row(page, 'Thought of on the train')).toBeVisible()
  await expect.poll(async () => (await mine.stored()).has('Thought of on the train')).toBe(true)
})
