import type { APIRequestContext } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { dayFromNow } from './data.ts'
import { expect, test } from './fixtures.ts'
import { answer, type Person, register } from './person.ts'
import { details, message, row, visit } from './steps.ts'

test.use({ viewport: { width: 1280, height: 900 } })

const share = (request: APIRequestContext, listId: string, { email }: Person, role = 'editor') =>
  answer(request.post(`/api/lists/${listId}/members`, { data: { email, role } }))

test('a task is assigned to somebody who sees it at once, and to nobody when they leave', async ({
  page,
  person,
  mine,
  device,
}) => {
  const other = await device()
  const grace = await register(other.request, 'Grace Hopper')
  const list = await mine.list('Wedding')
  await share(page.request, list.id, grace)
  await mine.tasks(['Order the cake', 'Invite everybody'], { listId: list.id })
  await visit(page, `/tasks/list/${list.id}`, 'Wedding')
  await visit(other, `/tasks/list/${list.id}`, 'Wedding')

  const cake = row(page, 'Order the cake').getByRole('button', { name: /^Order the cake/ })
  await cake.focus()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Assignee' })
  await expect(dialog.getByRole('option').first()).toHaveText('Assign to me (Ada Lovelace)')
  await expectAccessible(page, 'choosing an assignee')
  await page.keyboard.type('grace')
  await page.keyboard.press('Enter')
  await expect(message(page, 'Assigned to Grace Hopper')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(cake).toHaveAccessibleName('Order the cake, Assigned to Grace Hopper')
  await expect(cake).toBeFocused()
  const theirs = row(other, 'Order the cake').getByRole('button', { name: /^Order the cake/ })
  await expect(theirs).toHaveAccessibleName('Order the cake, Assigned to Grace Hopper')
  await expectAccessible(other, 'a list with an assigned task')

  await page.keyboard.press('ControlOrMeta+z')
  await expect(cake).toHaveAccessibleName('Order the cake')
  await page.keyboard.press('Shift+ControlOrMeta+z')
  await expect(theirs).toHaveAccessibleName(/Assigned to Grace Hopper/)

  await other.getByRole('button', { name: 'Order the cake' }).first().click()
  const panel = details(other, 'Order the cake')
  await panel.getByRole('button', { name: 'Assignee: Grace Hopper' }).click()
  await other.getByRole('option', { name: 'Nobody' }).click()
  await expect(cake).toHaveAccessibleName('Order the cake')
  await panel.getByRole('button', { name: 'Assignee: Nobody' }).click()
  await other.getByRole('option', { name: 'Assign to me (Grace Hopper)' }).click()
  await expect(cake).toHaveAccessibleName(/Assigned to Grace Hopper/)
  await expectAccessible(other, 'details with an assignee')

  await answer(page.request.delete(`/api/lists/${list.id}/members/${grace.id}`))
  await expect(cake).toHaveAccessibleName('Order the cake')
  await page.keyboard.press('Escape')
  await cake.click()
  await expect(details(page, 'Order the cake').getByRole('button', { name: 'List: Wedding' })).toBeVisible()
  await expect(details(page, 'Order the cake').getByRole('button', { name: /^Reminders:/ })).toBeVisible()
  await expect(details(page, 'Order the cake').getByRole('button', { name: /^Assignee:/ })).toBeHidden()
  expect((await mine.stored()).get('Order the cake')?.assigneeId).toBeNull()
  expect(person.name).toBe('Ada Lovelace')
})

test('several tasks are assigned in one step, on a phone too', async ({ page, mine, device }) => {
  const other = await device()
  const grace = await register(other.request, 'Grace Hopper')
  const list = await mine.list('Wedding')
  await share(page.request, list.id, grace, 'viewer')
  await mine.tasks(['Order the cake', 'Invite everybody'], { listId: list.id })
  await page.setViewportSize({ width: 360, height: 740 })
  await visit(page, `/tasks/list/${list.id}`, 'Wedding')
  await page.keyboard.press('j')
  await page.keyboard.press('ControlOrMeta+a')
  await page
    .getByRole('toolbar', { name: 'Selected tasks' })
    .getByRole('button', { name: /^Assign to…/ })
    .click()
  await expectAccessible(page, 'assigning on a phone')
  await page.getByRole('option', { name: 'Grace Hopper' }).click()
  for (const title of ['Order the cake', 'Invite everybody'])
    await expect(row(page, title).getByTitle('Assigned to Grace Hopper')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByTitle('Assigned to Grace Hopper')).toHaveCount(0)
  await expect.poll(async () => (await mine.stored()).get('Invite everybody')?.assigneeId).toBeNull()
})

test('reminders are added, wait for their day, and are removed again', async ({ page, mine }) => {
  await mine.tasks(['Pay the rent'], { dueOn: dayFromNow(1), dueTime: '14:00' })
  await visit(page, '/tasks/inbox', 'Inbox')
  const title = row(page, 'Pay the rent').getByRole('button', { name: /^Pay the rent/ })
  await title.click()
  const panel = details(page, 'Pay the rent')
  await panel.getByRole('button', { name: 'Reminders: None' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reminders' })
  await dialog.getByRole('button', { name: '10 minutes before' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText(/^10 minutes beforeTomorrow 13:50/)
  await dialog.getByRole('button', { name: 'Other time before…' }).click()
  await dialog.getByRole('spinbutton', { name: 'How much' }).fill('2')
  await dialog.getByRole('button', { name: /Unit/ }).click()
  await page.getByRole('option', { name: 'Days' }).click()
  await dialog.getByRole('button', { name: /Before/ }).click()
  await page.getByRole('option', { name: 'Deadline' }).click()
  await expectAccessible(page, 'a reminder of one’s own')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('listitem').nth(1)).toHaveText(
    /^2 days before the deadlineWaits for a deadline/,
  )
  await dialog.getByRole('button', { name: 'Day and time…' }).click()
  await dialog.getByLabel('Time').fill('08:15')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(3)
  await expectAccessible(page, 'reminders')
  await dialog.getByRole('button', { name: 'Remove reminder: 10 minutes before' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expect(dialog.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(title).toHaveAccessibleName(/, 2 reminders/)
  await expect(row(page, 'Pay the rent').getByTitle('2 reminders')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(title).toHaveAccessibleName(/, 3 reminders/)
  await expect
    .poll(async () => (await mine.stored()).get('Pay the rent')?.reminders)
    .toEqual([
      { kind: 'before', of: 'due', minutes: 10 },
      { kind: 'before', of: 'deadline', minutes: 2880 },
      { kind: 'at', on: dayFromNow(1), time: '08:15', timeZone: null },
    ])
})

test('who may only look sees both and changes neither', async ({ page, person, device }) => {
  const other = await device()
  const grace = await register(other.request, 'Grace Hopper')
  const { id } = await answer<{ id: string }>(other.request.post('/api/lists', { data: { name: 'Wedding' } }))
  const task = { title: 'Order the cake', listId: id, dueOn: dayFromNow(2), assigneeId: grace.id }
  const reminders = [{ kind: 'before', of: 'due', minutes: 60 }]
  await answer(other.request.post('/api/tasks', { data: { ...task, reminders } }))
  await share(other.request, id, person, 'viewer')
  await visit(page, `/tasks/list/${id}`, 'Wedding')
  await row(page, 'Order the cake')
    .getByRole('button', { name: /^Order the cake/ })
    .click()
  const panel = details(page, 'Order the cake')
  await expect(panel.getByText('1 hour before')).toBeVisible()
  await expect(panel.getByText('Grace Hopper')).toBeVisible()
  await expect(panel.getByRole('button', { name: /^(Assignee|Reminders):/ })).toHaveCount(0)
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog', { name: 'Assignee' })).toBeHidden()
  await expectAccessible(page, 'an assigned task for reading')
})
