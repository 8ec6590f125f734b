import { partFailed } from '@doable/ui/events'

/** How long a page in the background may be without asking again when it comes into sight, in milliseconds. */
const longAgo = 600_000

const versionOf = (html: string) => /<meta name="version" content="(\w+)">/.exec(html)?.[1]
/** The server writes its version into the page; there is none while developing. */
const shown = () => document.querySelector<HTMLMetaElement>('meta[name=version]')?.content

async function offered(): Promise<string | undefined> {
  const response = await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-cache' })
  return response.ok ? versionOf(await response.text()) : undefined
}

let isNewer = false
let asking = Promise.resolve()
let askedAt = 0
const listeners = new Set<() => void>()

async function ask() {
  if (isNewer) return
  askedAt = performance.now()
  try {
    const version = await offered()
    if (!version || version === shown()) return
    isNewer = true
    for (const listener of listeners) listener()
    // Has the new files kept, so that the next page opens at once and without a network too.
    await (await navigator.serviceWorker?.getRegistration())?.update()
  } catch {
    // Without a network there is nothing to say.
  }
}

/** Whether the server has a newer version than the page that is shown: a tab that stayed open over an upgrade. */
export const newer = {
  get: () => isNewer,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** Asks the server, after whoever asks already: what they hear may be older than the reason to ask now. */
  check(): void {
    if (shown()) asking = asking.then(ask)
  },
}

/** Asks when there is reason to: a part did not come, a new service worker is on its way, or it has been long. */
export function watchForNewer(): void {
  const { check } = newer
  partFailed.hear(check)
  // Ready means that there is one already; whatever is found from then on is another.
  void navigator.serviceWorker?.ready.then((worker) => worker.addEventListener('updatefound', check))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && performance.now() - askedAt > longAgo) check()
  })
}
