// The part of the service worker that shows what is pushed (`contracts/push-message.ts`) and does what is pressed on it,
// without a page. It speaks to the server itself, with the session of this browser.

/** @typedef {import('@doable/contracts/push-message').PushMessage} Message */
/** @typedef {{ tag: string, title: string, data: Message, close(): void }} Shown */
/** @typedef {{ visibilityState: string, focus(): Promise<unknown>, postMessage(said: object, ports: MessagePort[]): void }} Page */
/** @typedef {{ endpoint: string, options: object, toJSON(): { endpoint: string, keys: object } }} Subscription */
/** @typedef {{ matchAll(which: object): Promise<Page[]>, openWindow(path: string): Promise<unknown> }} Pages */
/** @typedef {{ showNotification(title: string, options: object): Promise<void>, pushManager: { subscribe(options: object): Promise<Subscription> } }} Registration */
/** @typedef {Event & { waitUntil(work: Promise<unknown>): void }} Lasting */

const { clients, registration } = /** @type {{ clients: Pages, registration: Registration }} */ (
  /** @type {unknown} */ (self)
)
const patience = 1000

const pages = () => clients.matchAll({ type: 'window', includeUncontrolled: true })

/** Whether a page has taken it: one of before an upgrade, or on which nobody is signed in, does not answer. */
const taken = (/** @type {Page} */ page, /** @type {object} */ said) =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done(true)
    setTimeout(() => done(false), patience)
    page.postMessage(said, [port2])
  })

/** The tag makes what is shown twice, here or by a page, one. */
const show = (/** @type {Message} */ message, more = {}) =>
  registration.showNotification(message.title, {
    body: message.body,
    tag: message.id,
    lang: message.language,
    data: message,
    actions: message.actions.map(({ action, title }) => ({ action, title })),
    ...more,
  })

/** Who looks at the app is told within it. A test is there to be seen. */
async function tell(/** @type {Message} */ message) {
  const seen = message.kind === 'test' ? [] : await pages()
  for (const page of seen)
    if (page.visibilityState === 'visible' && (await taken(page, { pushed: message }))) return
  await show(message)
}

/** Answers undefined where the server does not know who asks. Throws without a network and on any other refusal. */
async function ask(/** @type {string} */ method, /** @type {string} */ path, body = {}) {
  const headers = { 'content-type': 'application/json' }
  const sent = method === 'POST' ? { body: JSON.stringify(body), headers } : {}
  const answer = await fetch(path, { method, ...sent })
  if (answer.status === 401) return undefined
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`)
  return answer.json()
}

/** Each answers whether it is done; if not, a person has to look: signed out, or a task that has gone on to another day. */
const acts = {
  async complete(/** @type {Message} */ { task }) {
    const now = task && (await ask('GET', `/api/tasks/${task.id}`))
    if (!task || !now) return false
    if (now.completedAt) return true
    if (now.repeatRule && now.dueOn !== task.dueOn) return false
    const which = now.occurrenceOn ? `?occurrenceOn=${now.occurrenceOn}` : ''
    return (await ask('POST', `/api/tasks/${task.id}/complete${which}`)) !== undefined
  },
  async snooze(/** @type {Message} */ { id }) {
    return (await ask('POST', `/api/notifications/${id}/snooze`, { for: '1h' })) !== undefined
  },
}

const read = (/** @type {Message} */ { id }) =>
  ask('POST', `/api/notifications/${id}/read`).catch(() => undefined)

/** The outcome takes the place of the news; what did not work can be tried again. */
async function act(/** @type {'complete' | 'snooze'} */ action, /** @type {Message} */ message) {
  try {
    if (!(await acts[action](message))) return await open(message)
    if (action === 'complete') await read(message)
    const done = message.actions.find((each) => each.action === action)?.done ?? ''
    await show({ ...message, body: done, actions: [] }, { silent: true })
  } catch {
    await show({ ...message, body: message.failed }, { silent: true })
  }
}

async function open(/** @type {Message} */ message) {
  const marked = read(message)
  const all = await pages()
  const page = all.find(({ visibilityState }) => visibilityState === 'visible') ?? all[0]
  await page?.focus().catch(() => undefined)
  if (!page || !(await taken(page, { open: message.link }))) await clients.openWindow(message.link)
  await marked
}

/** The browser has made its subscription anew, or wants that done. */
async function renew(/** @type {Subscription=} */ before, /** @type {Subscription=} */ after) {
  const options = before?.options ?? {
    userVisibleOnly: true,
    applicationServerKey: (await ask('GET', '/api/push/key'))?.publicKey,
  }
  const { endpoint, keys } = (after ?? (await registration.pushManager.subscribe(options))).toJSON()
  await ask('POST', '/api/push/devices', { endpoint, keys, ...(before && { replaces: before.endpoint }) })
}

addEventListener('push', (event) => {
  const { data, waitUntil } = /** @type {Lasting & { data: { json(): Message } | null }} */ (event)
  if (data) waitUntil.call(event, tell(data.json()))
})
addEventListener('notificationclick', (event) => {
  const { notification, action, waitUntil } =
    /** @type {Lasting & { notification: Shown, action: '' | 'complete' | 'snooze' }} */ (event)
  if (!action) notification.close()
  waitUntil.call(event, action ? act(action, notification.data) : open(notification.data))
})
addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription, newSubscription, waitUntil } =
    /** @type {Lasting & { oldSubscription?: Subscription, newSubscription?: Subscription }} */ (event)
  waitUntil.call(event, renew(oldSubscription ?? undefined, newSubscription ?? undefined))
})
