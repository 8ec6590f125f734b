import { expectAccessible } from './axe.ts'
import { dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { kept, newTask, row, visit } from './steps.ts'

type Added = { items: { title: string; dueOn: string | null; parentId: string | null; labels: string[] }[] }

test('a line becomes what it says, on this device and on the server', async ({ page, mine }) => {
  const { id } = await mine.list('Garden')
  await visit(page, '/tasks/inbox', 'Inbox')
  await page.keyboard.press('q')
  await newTask(page).pressSequentially('Prune roses tomorrow 17:00 #gar')
  await expect(page.getByRole('option', { name: '#Garden' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('/Beds @winter p1 for 1h30 +me !1 h before')
  const understood = page.getByRole('list', { name: 'Understood' })
  await expect(understood).toContainText('in Garden / new section Beds')
  await expectAccessible(page, 'quick add with all kinds of tokens')
  await understood.getByRole('button', { name: 'priority 1' }).press('Enter')
  await expect(understood).not.toContainText('priority')
  await expect(newTask(page)).toHaveValue(/ p1 /)
  await newTask(page).press('Enter')
  await page.keyboard.press('Escape')
  await kept(page)
  const answer = await page.request.get(`/api/tasks?listId=${id}`)
  const { items } = (await answer.json()) as { items: Record<string, unknown>[] }
  expect(items).toMatchObject([
    {
      title: 'Prune roses p1',
      dueOn: dayFromNow(1),
      dueTime: '17:00',
      labels: ['winter'],
      priority: 4,
      durationMinutes: 90,
      reminders: [{ kind: 'before', of: 'due', minutes: 60 }],
    },
  ])
})

test('pasted lines become tasks with subtasks, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await visit(page, '/tasks/inbox', 'Inbox')
  await page.getByRole('button', { name: 'Add task' }).first().click()
  await newTask(page).evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '- Trip tomorrow\n  - Hotel @web\n- Plants')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  const offer = page.getByRole('group', { name: 'Pasted lines' })
  await expect(offer.getByRole('listitem').first()).toHaveText('Trip Tomorrow')
  await expectAccessible(page, 'the offer for pasted lines')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await offer.getByRole('button', { name: 'Add 3 tasks' }).click()
  await expect(newTask(page)).toBeFocused()
  await expect(row(page, 'Hotel')).toBeVisible()
})

test('a program adds tasks in the same words', async ({ page }) => {
  await visit(page, '/tasks/inbox', 'Inbox')
  const data = {
    text: 'Water plants tomorrow @home\n  Fill the can',
    create: true,
    timeZone: 'Europe/Berlin',
  }
  const answer = await page.request.post('/api/tasks/quick-add', { data })
  expect(answer.status(), await answer.text()).toBe(201)
  const { items } = (await answer.json()) as Added
  expect(items).toMatchObject([
    { title: 'Water plants', dueOn: dayFromNow(1), labels: ['home'] },
    { title: 'Fill the can' },
  ])
  await expect(row(page, 'Water plants')).toBeVisible()
})
