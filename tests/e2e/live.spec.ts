import { expect, test } from './fixtures.ts'
import { check, expectTitles, kept, message, newTask, quickAdd, row, tasksOf, visit } from './steps.ts'

test('another browser sees what happens here without a reload', async ({ page, person, mine, device }) => {
  const [letter] = await mine.tasks(['Letter', 'Parcel'])
  const other = await device(person)
  await visit(page, '/tasks/inbox', 'Inbox')
  await visit(other, '/tasks/inbox', 'Inbox')
  await expect(row(other, 'Parcel')).toBeVisible()
  const loads: string[] = []
  other.on('framenavigated', (frame) => loads.push(frame.url()))

  await quickAdd(page, 'Postcard p2')
  await expect(row(other, 'Postcard')).toBeVisible()
  await check(page, 'Parcel').click()
  await expect(row(other, 'Parcel')).toBeHidden()
  await mine.change(letter?.id ?? '', { title: 'Long letter' })
  await expect(row(other, 'Long letter')).toBeVisible()
  await expect(row(page, 'Long letter')).toBeVisible()
  await message(page, 'Task completed').getByRole('button', { name: 'Undo' }).click()
  await expect(row(other, 'Parcel')).toBeVisible()
  expect(loads).toEqual([])
})

test('what comes from elsewhere takes nothing away from who is writing', async ({ page, mine }) => {
  const [letter] = await mine.tasks(['Letter', 'Parcel'], { listId: (await mine.list('Post')).id })
  await visit(page, `/tasks/list/${letter?.listId}`, 'Post')
  const tasks = tasksOf(page, 'Post')
  await expectTitles(tasks, ['Letter', 'Parcel'])
  await tasks.getByRole('button', { name: 'Add task' }).click()
  await newTask(page).fill('Postcard to')
  const { listId = '' } = letter ?? {}
  for (const title of ['Stamps', 'Envelopes', 'Ink']) {
    await mine.task({ title, listId })
    await expect(row(page, title)).toBeVisible()
    await expect(newTask(page)).toBeFocused()
  }
  await mine.complete(letter?.id ?? '')
  await expectTitles(tasks, ['Parcel', 'Stamps', 'Envelopes', 'Ink'])
  await expect(newTask(page)).toHaveValue('Postcard to')
  await expect(newTask(page)).toBeFocused()
  await page.keyboard.type(' Grace')
  await page.keyboard.press('Enter')
  await expectTitles(tasks, ['Parcel', 'Stamps', 'Envelopes', 'Ink', 'Postcard to Grace'])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Stamps' }).focus()
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Title' }).fill('Ten stamps')
  await mine.complete((await mine.stored()).get('Parcel')?.id ?? '')
  await expect(row(page, 'Parcel')).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Ten stamps')
  await page.keyboard.press('Enter')
  await expectTitles(tasks, ['Ten stamps', 'Envelopes', 'Ink', 'Postcard to Grace'])
})

test('two people share a list and see each other work', async ({ page, person, mine, device }) => {
  const other = await device()
  const email = `grace-${person.email}`
  await other.request.post('/api/users', { data: { email, password: person.password, name: 'Grace' } })
  const list = await mine.list('Wedding')
  await mine.task({ title: 'Invite everybody', listId: list.id })

  await visit(page, `/tasks/list/${list.id}`, 'Wedding')
  await page.getByRole('button', { name: 'List actions' }).click()
  await page.getByRole('menuitem', { name: 'Share' }).click()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('dialog').getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('dialog').getByText('Grace', { exact: true })).toBeVisible()

  await visit(other, '/tasks/today', 'Today')
  await other.getByRole('link', { name: /^Wedding/ }).click()
  await check(other, 'Invite everybody').click()
  await page.getByRole('button', { name: 'Close' }).first().click()
  await expect(row(page, 'Invite everybody')).toBeHidden()
  await page.getByRole('button', { name: '1 unread notification' }).click()
  const told = page.getByRole('dialog', { name: 'Notifications' }).getByRole('listitem')
  await expect(told).toHaveText(/Invite everybody.*Grace completed it/)
})

test('two tabs of one browser agree', async ({ page, context, mine, noise }) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/)
  await mine.tasks(['Letter', 'Parcel'])
  const tab = await context.newPage()
  await visit(page, '/tasks/inbox', 'Inbox')
  await visit(tab, '/tasks/inbox', 'Inbox')
  await expect(row(tab, 'Parcel')).toBeVisible()
  await kept(page)

  await context.setOffline(true)
  await check(page, 'Parcel').click()
  await expect(row(tab, 'Parcel')).toBeHidden()
  await quickAdd(tab, 'Postcard')
  await expect(row(page, 'Postcard')).toBeVisible()
  await expect(page.getByText('2 changes will be sent.')).toBeVisible()
  await expect(tab.getByText('2 changes will be sent.')).toBeVisible()

  await page.close()
  await context.setOffline(false)
  await expect(tab.getByText('changes will be sent.')).toBeHidden()
  await expect.poll(async () => (await mine.stored()).has('Postcard')).toBe(true)
  expect((await mine.stored()).get('Parcel')?.completedAt).toBeTruthy()
})
