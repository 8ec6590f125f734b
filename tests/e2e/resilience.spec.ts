import { expect, test } from './fixtures.ts'
import { answer, register } from './person.ts'
import { check, expectTitles, kept, message, quickAdd, row, tasksOf, visit } from './steps.ts'

/** A browser that has never been here: nothing is kept by a service worker. */
test.describe('on a first visit', () => {
  test.use({ serviceWorkers: 'block' })

  test('a part that is missing leaves the rest working and can be tried again', async ({ page, noise }) => {
    noise.expect(
      /status of 404 .*\/mfe\/task-overview\//,
      /task-overview\/manifest/,
      /status of 404 .*\/sw.js/,
    )
    await page.route('**/mfe/task-overview/**', (route) => route.fulfill({ status: 404 }))
    await visit(page, '/tasks/inbox', 'Inbox')
    await quickAdd(page, 'Works without the overview')
    await expect(row(page, 'Works without the overview')).toBeVisible()
    await page.goto('/overview')
    await expect(page.getByText('This part is not available right now.')).toBeVisible()
    await page.getByRole('link', { name: 'Today' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()

    await page.goBack()
    await page.unroute('**/mfe/task-overview/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  })

  test('a dialog that could not be loaded opens at the next try', async ({ page, context, noise }) => {
    noise.expect(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch dynamically imported module/)
    await visit(page, '/tasks/inbox', 'Inbox')
    await expect(check(page, 'Add a task of your own: press q')).toBeVisible()
    await context.setOffline(true)
    await page.keyboard.press('q')
    await expect(message(page, 'This could not be opened.')).toBeVisible()
    await context.setOffline(false)
    await quickAdd(page, 'Second try')
    await expect(row(page, 'Second try')).toBeVisible()
  })
})

test.describe('for a guest on a first visit', () => {
  test.use({ serviceWorkers: 'block', guest: true })

  for (const [path, chunk, heading] of [
    ['/sign-in', 'sign-in-page', 'Sign in'],
    ['/register', 'register-page', 'Create an account'],
  ] as const)
    test(`${path} can be tried again after it did not come`, async ({ page, noise }) => {
      noise.expect(/status of 404/, /Failed to fetch dynamically imported module/)
      await page.route(`**/mfe/shell/${chunk}*`, (route) => route.fulfill({ status: 404 }))
      await page.goto(path)
      await expect(page.getByText('This part is not available right now.')).toBeVisible()
      await page.unroute(`**/mfe/shell/${chunk}*`)
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    })
})

test('a server that is down for a while loses nothing', async ({ page, mine, noise }) => {
  noise.expect(/status of 503/)
  await visit(page, '/tasks/inbox', 'Inbox')
  await page.route('**/api/**', (route) => route.fulfill({ status: 503, headers: { 'retry-after': '1' } }))
  await quickAdd(page, 'Thought of while it was down')
  await check(page, 'Add a task of your own: press q').click()
  await expect(page.getByText('Offline. 2 changes will be sent.')).toBeVisible()
  await page.reload()
  await expect(row(page, 'Thought of while it was down')).toBeVisible()
  await expect(page.getByText('Offline. 2 changes will be sent.')).toBeVisible()

  await page.unroute('**/api/**')
  await expect(page.getByText(/^Offline/)).toBeHidden()
  const done = async () => (await mine.stored()).get('Add a task of your own: press q')?.completedAt
  await expect.poll(done).toBeTruthy()
  expect((await mine.stored()).has('Thought of while it was down')).toBe(true)
})

test('what the server refuses goes back to how it was, and is said', async ({ page, mine }) => {
  const list = await mine.list('Desk')
  await mine.tasks(['Apples', 'Bread'], { listId: list.id })
  await visit(page, `/tasks/list/${list.id}`, 'Desk')
  const tasks = tasksOf(page, 'Desk')
  await expectTitles(tasks, ['Apples', 'Bread'])
  await page.route('**/api/sync/push', async (route) => {
    const { operations } = route.request().postDataJSON()
    const problem = { type: '/problems/full', title: 'Full', status: 409, detail: 'The list is full.' }
    const results = operations.map(({ id }: { id: string }) => ({ id, status: 'refused', problem }))
    const nothing = {
      lists: [],
      sections: [],
      labels: [],
      filters: [],
      tasks: [],
      completions: [],
      comments: [],
      views: [],
      goneTasks: [],
      goneLists: [],
    }
    await route.fulfill({ json: { results, changes: nothing } })
  })
  await quickAdd(page, 'One too many')
  await expect(message(page, 'A change could not be kept: The list is full.')).toBeVisible()
  await expectTitles(tasks, ['Apples', 'Bread'])
  await page.unroute('**/api/sync/push')
  await quickAdd(page, 'Room again')
  await expectTitles(tasks, ['Apples', 'Bread', 'Room again'])
  await expect.poll(async () => (await mine.stored()).has('Room again')).toBe(true)
})

test('a change to a list that is no longer shared is refused, and said', async ({
  page,
  mine,
  device,
  noise,
}) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/)
  const other = await device()
  const grace = await register(other.request, 'Grace Hopper')
  const { id } = await mine.list('Wedding')
  const members = `/api/lists/${id}/members`
  await answer(page.request.post(members, { data: { email: grace.email, role: 'editor' } }))
  await mine.tasks(['Invite everybody'], { listId: id })

  await visit(other, `/tasks/list/${id}`, 'Wedding')
  await kept(other)
  await other.context().setOffline(true)
  await check(other, 'Invite everybody').click()
  await expect(other.getByText('1 change will be sent.')).toBeVisible()
  await answer(page.request.delete(`${members}/${grace.id}`))
  await other.context().setOffline(false)
  await expect(message(other, 'A change could not be kept')).toBeVisible()
  await expect(other.getByText('This list is in the trash, or no longer shared with you.')).toBeVisible()
  expect((await mine.stored()).get('Invite everybody')?.completedAt).toBeNull()
})
