import { randomUUID } from 'node:crypto'
import type { PushReceiver } from '@doable/service-kit/fixtures/push-receiver'
import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { data } from './data.ts'
import { expect, needsSettings } from './fixtures.ts'
import { deliver, press, shown, subscribing, test, workerOf } from './push-site.ts'
import { message, visit } from './steps.ts'

test.skip(...needsSettings)

const open = (page: Page) => visit(page, '/profile/notifications', 'Profile')
const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name })
const settled = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true))

async function turnOn(page: Page, receiver: PushReceiver) {
  const subscription = receiver.subscribe()
  await subscribing(page.context(), subscription)
  await page.goto('/')
  await settled(page)
  await open(page)
  await button(page, 'Turn on push').click()
  await expect(button(page, 'Turn off push')).toBeVisible()
  return subscription
}

for (const [width, height] of [
  [1440, 900],
  [360, 740],
] as const)
  test(`push is turned on, tried and turned off at ${width} px`, async ({
    page,
    person,
    device,
    receiver,
    noise,
  }) => {
    // This browser looks for itself after it was removed from elsewhere.
    noise.expect(/404 .*push\/devices\/seen/)
    await page.setViewportSize({ width, height })
    const { endpoint } = await turnOn(page, receiver)
    await button(page, 'Test Push').click()
    await expect(page.getByText('The test message was sent.')).toBeVisible()
    await expect.poll(() => receiver.at(endpoint).length).toBe(1)
    expect(receiver.at(endpoint)[0]?.message).toMatchObject({ kind: 'test', title: 'Test message' })
    await expectAccessible(page, `push at ${width} px`)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)

    const other = await device(person)
    await other.goto('/')
    await settled(other)
    await open(other)
    await expect(other.getByText('Last used')).toBeVisible()
    await button(other, /^Remove /).click()
    await expect(button(other, /^Remove /)).toBeHidden()
    await page.reload()
    await expect(button(page, 'Turn on push')).toBeVisible()
    await button(page, 'Turn on push').click()
    await button(page, 'Turn off push').click()
    await expect(button(page, 'Turn on push')).toBeVisible()
    const { items } = await (await page.request.get('/api/push/devices')).json()
    expect(items).toEqual([])
  })

test('a browser that said no is told where to say yes', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { value: 'denied' }))
  await page.goto('/')
  await settled(page)
  await open(page)
  await expect(page.getByText('Your browser does not let Doable show news').last()).toBeVisible()
  await expect(button(page, 'Turn on push')).toBeHidden()
})

test('who signs out there is pushed nothing more', async ({ page, person, device, receiver, noise }) => {
  noise.expect(/401/)
  await turnOn(page, receiver)
  const other = await device(person)
  const devices = async () => (await (await other.request.get('/api/push/devices')).json()).items
  expect(await devices()).toHaveLength(1)
  expect((await page.request.delete('/api/session')).status()).toBe(204)
  await expect.poll(devices).toEqual([])
})

test('what is pushed is shown once, and put off from there', async ({
  page,
  person,
  device,
  site,
  receiver,
}) => {
  const { endpoint } = await turnOn(page, receiver)
  const friend = await device()
  const { list } = data(friend.request)
  await friend.request.post('/api/users', {
    data: { email: `${randomUUID()}@example.org`, name: 'Bob', password: 'analytical engine 7' },
  })
  const { id } = await list('Garden')
  await friend.request.post(`/api/lists/${id}/members`, { data: { email: person.email, role: 'editor' } })
  await expect.poll(() => receiver.at(endpoint).length).toBe(1)
  const pushed = receiver.at(endpoint)[0]?.message ?? {}

  await deliver(page, site, pushed)
  await expect(message(page, 'Shared with you: Garden')).toBeVisible()
  const worker = await workerOf(page)
  expect(await shown(worker)).toEqual([])

  await page.goto('about:blank')
  for (let times = 0; times < 2; times++) await deliver(page, site, pushed)
  await expect
    .poll(() => shown(worker))
    .toMatchObject([{ title: 'Shared with you: Garden', actions: ['snooze'] }])
  expect(await press(worker, 'snooze')).toEqual([])
  await expect
    .poll(() => shown(worker))
    .toMatchObject([{ body: 'You will be reminded in an hour.', actions: [] }])
  expect(await (await page.request.get('/api/notifications/unread')).json()).toEqual({ unread: 0 })
  expect(await press(worker)).toEqual([`/tasks/list/${id}`])
  expect(await shown(worker)).toEqual([])
})

const news = (task: { id: string; dueOn: string | null }) => ({
  id: randomUUID(),
  kind: 'reminder',
  title: 'Reminder: Water the plants',
  body: 'You wanted to be reminded of it.',
  language: 'en',
  link: `/tasks/today?task=${task.id}`,
  task: { id: task.id, dueOn: task.dueOn },
  actions: [{ action: 'complete', title: 'Complete', done: 'Completed.' }],
  failed: 'That did not work.',
})

test('a task is completed without a page, but not the next one of a series, and not signed out', async ({
  page,
  context,
  mine,
  site,
  noise,
}) => {
  await context.grantPermissions(['notifications'])
  await visit(page, '/tasks/inbox', 'Inbox')
  const worker = await workerOf(page)
  await page.goto('about:blank')
  const once = await mine.task({ title: 'Water the plants' })
  await deliver(page, site, news(once))
  await expect.poll(() => shown(worker)).toMatchObject([{ actions: ['complete'] }])
  expect(await press(worker, 'complete')).toEqual([])
  await expect.poll(() => shown(worker)).toMatchObject([{ body: 'Completed.', actions: [] }])
  expect((await mine.stored()).get('Water the plants')?.completedAt).not.toBeNull()
  await press(worker)

  const daily = await mine.task({ title: 'Stretch', dueOn: '2026-11-23', repeatRule: 'FREQ=DAILY' })
  await deliver(page, site, news({ ...daily, dueOn: '2026-11-22' }))
  await expect.poll(() => shown(worker)).toHaveLength(1)
  expect(await press(worker, 'complete')).toEqual([`/tasks/today?task=${daily.id}`])
  expect((await mine.stored()).get('Stretch')).toMatchObject({ completedAt: null, dueOn: '2026-11-23' })

  const last = await mine.task({ title: 'Sweep' })
  await context.clearCookies()
  noise.expect(/401/)
  await deliver(page, site, news(last))
  await expect.poll(async () => (await shown(worker)).length).toBeGreaterThan(0)
  expect(await press(worker, 'complete')).toEqual([expect.stringContaining('/tasks/today?task=')])
})

test('without a network it says that it did not work, and can be tried again', async ({
  page,
  context,
  mine,
  site,
  noise,
}) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  await context.grantPermissions(['notifications'])
  await visit(page, '/tasks/inbox', 'Inbox')
  const worker = await workerOf(page)
  await page.goto('about:blank')
  await deliver(page, site, news(await mine.task({ title: 'Sweep' })))
  await expect.poll(() => shown(worker)).toHaveLength(1)
  await worker.evaluate(() =>
    Object.assign(self, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) }),
  )
  await press(worker, 'complete')
  await expect
    .poll(() => shown(worker))
    .toMatchObject([{ body: 'That did not work.', actions: ['complete'] }])
  await worker.evaluate(() => Reflect.deleteProperty(self, 'fetch'))
})
