import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { data } from './data.ts'
import { expect, test } from './fixtures.ts'
import { answer, register } from './person.ts'
import { details, kept, message, pick, row, visit } from './steps.ts'

const field = (page: Page) => page.getByRole('textbox', { name: 'Write a comment' })
const comments = (page: Page) => page.getByRole('tabpanel', { name: /^Comments/ }).getByRole('listitem')

/** A list of the person's that somebody else is in, with a task, open in both browsers. */
async function together(page: Page, other: Page, role = 'editor') {
  const { email } = await register(other.request, 'Grace Hopper')
  const mine = data(page.request)
  const list = await mine.list('Wedding')
  await answer(page.request.post(`/api/lists/${list.id}/members`, { data: { email, role } }))
  const task = await mine.task({ title: 'Order the cake', listId: list.id })
  for (const each of [page, other]) {
    await each.goto(`/tasks/list/${list.id}?task=${task.id}`)
    await expect(details(each, 'Order the cake')).toBeVisible()
  }
  return task
}

test('two people talk about a task, and each sees at once what the other says', async ({ page, device }) => {
  const other = await device()
  await together(page, other)
  await expect(field(other)).toBeVisible()
  await expectAccessible(page, 'no comments yet')
  await field(page).fill('Three or **four** tiers?')
  await page.keyboard.press('Control+Enter')
  await expect(field(page)).toHaveValue('')
  await expect(comments(other)).toHaveText([/Ada Lovelace.*Three or four tiers\?/])
  await expect(other.getByRole('status').filter({ hasText: 'Ada Lovelace says: Three or' })).toBeAttached()
  await expect(row(page, 'Order the cake').getByRole('button', { name: /1 comment/ })).toBeVisible()

  await field(other).pressSequentially('Ask @lov')
  await expect(other.getByRole('option', { name: 'Ada Lovelace' })).toBeVisible()
  await expectAccessible(other, 'names to mention')
  await other.keyboard.press('Enter')
  await other.keyboard.type('four!')
  await expect(field(other)).toHaveValue('Ask @Ada Lovelace four!')
  await other.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(comments(page).last()).toHaveText(/Grace Hopper.*Ask @Ada Lovelace four!/)
  await expect(comments(page).last().locator('strong', { hasText: '@Ada Lovelace' })).toBeVisible()
  await expectAccessible(page, 'two comments')

  await expect(comments(other).first().getByRole('button')).toHaveCount(0)
  await pick(other, comments(other).last().getByRole('button', { name: 'Comment actions' }), 'Edit')
  await other.getByRole('textbox', { name: 'Edit comment' }).fill('Four, please')
  await other.keyboard.press('Control+Enter')
  await expect(comments(page).last()).toHaveText(/edited.*Four, please/)
  await pick(page, comments(page).last().getByRole('button', { name: 'Comment actions' }), 'Delete')
  await expect(comments(other)).toHaveCount(1)
  await message(page, 'Comment deleted').getByRole('button', { name: 'Undo' }).click()
  await expect(comments(other)).toHaveCount(2)
})

test('what is begun outlives the panel and a reload, and what is sent outlives the network', async ({
  page,
  context,
  mine,
  noise,
}) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/)
  const [task] = await mine.tasks(['Letter', 'Parcel'])
  await visit(page, `/tasks/inbox?task=${task?.id}`, 'Inbox')
  await kept(page)
  await field(page).fill('Half a thought')
  await page.getByRole('button', { name: 'Close details' }).click()
  await expect(details(page, 'Letter')).toBeHidden()
  await page.reload()
  await page.getByRole('button', { name: 'Letter', exact: true }).click()
  await expect(field(page)).toHaveValue('Half a thought')
  await context.setOffline(true)
  await field(page).press('Control+Enter')
  await expect(comments(page)).toHaveText([/Half a thought/])
  await page.reload()
  await expect(comments(page)).toHaveText([/Half a thought/])
  await expect(field(page)).toHaveValue('')
  await context.setOffline(false)
  const said = async () => {
    const answered = await page.request.get(`/api/tasks/${task?.id}/comments`)
    return ((await answered.json()) as { items: { text: string }[] }).items.map(({ text }) => text)
  }
  await expect.poll(said).toEqual(['Half a thought'])
})

test('who may only look reads what is said; by keyboard, on a phone', async ({ page, device }) => {
  const other = await device(undefined, { viewport: { width: 360, height: 740 } })
  const task = await together(page, other, 'viewer')
  await answer(page.request.post(`/api/tasks/${task.id}/comments`, { data: { text: 'For all to read' } }))
  await expect(comments(other)).toHaveText([/For all to read/])
  await expect(field(other)).toHaveCount(0)
  await expect(comments(other).getByRole('button')).toHaveCount(0)
  await comments(other).scrollIntoViewIfNeeded()
  await expectAccessible(other, 'comments for reading, narrow')
  const sideways = await other.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(sideways).toBe(false)
})

test('search finds a task by what was said about it', async ({ page, mine }) => {
  const task = await mine.task({ title: 'Letter' })
  await answer(page.request.post(`/api/tasks/${task.id}/comments`, { data: { text: 'To the ferryman' } }))
  await visit(page, '/tasks/search', 'Search')
  await page.getByRole('searchbox').fill('ferry')
  await expect(row(page, 'Letter')).toBeVisible()
  await page.getByRole('searchbox').fill('ferry nowhere')
  await expect(row(page, 'Letter')).toBeHidden()
})
