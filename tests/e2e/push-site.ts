import { type PushReceiver, startPushReceiver } from '@doable/service-kit/fixtures/push-receiver'
import type { BrowserContext, Page, Worker } from '@playwright/test'
import { test as base, serving } from './fixtures.ts'

/** A test against a Doable whose push service is one of the test's, which headless Chromium has none of. */
export const test = base.extend<object, { receiver: PushReceiver; site: string }>({
  receiver: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const receiver = await startPushReceiver()
      await use(receiver)
      await receiver.stop()
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ receiver }, use) => {
      await serving(receiver.env, ({ port }) => use(`http://localhost:${port}`))
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

type Subscription = ReturnType<PushReceiver['subscribe']>

/** Lets a browser say yes and subscribe at the test's push service. What it has subscribed outlives the page. */
export async function subscribing(context: BrowserContext, subscription: Subscription): Promise<void> {
  await context.grantPermissions(['notifications'])
  await context.addInitScript((given) => {
    const kept = 'test-push'
    const made = () => ({
      endpoint: given.endpoint,
      toJSON: () => given,
      unsubscribe: async () => localStorage.removeItem(kept),
    })
    const manager = PushManager.prototype as unknown as Record<string, () => Promise<unknown>>
    manager.getSubscription = async () => (localStorage.getItem(kept) ? made() : null)
    manager.subscribe = async () => {
      localStorage.setItem(kept, 'yes')
      return made()
    }
  }, subscription)
}

/** The service worker of a page, once it runs. */
export async function workerOf(page: Page): Promise<Worker> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  const context = page.context()
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker')
}

/** Hands a message to the service worker as the browser does with what its push service brings. */
export async function deliver(page: Page, site: string, message: object): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((done) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(site) && !isDeleted)
      if (own) done(own.registrationId)
    }),
  )
  await session.send('ServiceWorker.enable')
  const [registrationId, data] = [await registered, JSON.stringify(message)]
  await session.send('ServiceWorker.deliverPushMessage', { origin: site, registrationId, data })
  await session.detach()
}

/** What stands over the windows: title and text of each. */
export const shown = (worker: Worker): Promise<{ title: string; body: string; actions: string[] }[]> =>
  worker.evaluate(async () => {
    const { registration } = self as unknown as { registration: ServiceWorkerRegistration }
    type Shown = Notification & { actions: { action: string }[] }
    const all = (await registration.getNotifications()) as Shown[]
    return all.map(({ title, body, actions }) => ({
      title,
      body,
      actions: actions.map((each) => each.action),
    }))
  })

/** Presses the one notification, or a button of it. Answers which windows were opened by that. */
export const press = (worker: Worker, action = ''): Promise<string[]> =>
  worker.evaluate(async (pressed) => {
    type Scope = {
      registration: ServiceWorkerRegistration
      clients: { openWindow(path: string): Promise<unknown> }
      dispatchEvent(event: Event): boolean
    }
    const scope = self as unknown as Scope
    const [notification] = await scope.registration.getNotifications()
    const opened: string[] = []
    // Only a press of a person lets a worker open windows or ask for time.
    scope.clients.openWindow = async (path) => opened.push(path)
    const event = new Event('notificationclick')
    let work: Promise<unknown> = Promise.resolve()
    const waitUntil = (given: Promise<unknown>) => {
      work = given
    }
    scope.dispatchEvent(Object.assign(event, { notification, action: pressed, waitUntil }))
    await work
    return opened
  }, action)
