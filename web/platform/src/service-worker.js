// One worker for every part of the web. `compose.ts` fills in the two lines below; deploying any part makes a new
// version, and hashed files that did not change are copied from the old cache instead of fetched again.
const VERSION = 'version'
const FILES = ['files']

/** @typedef {Event & { waitUntil(work: Promise<unknown>): void }} Lifetime */
/** @typedef {Event & { request: Request, respondWith(answer: Promise<Response>): void }} Asked */
/** @typedef {{ skipWaiting(): Promise<void>, clients: { claim(): Promise<void> } }} Worker */

const worker = /** @type {Worker} */ (/** @type {unknown} */ (self))
const name = `doable-${VERSION}`

async function install() {
  const cache = await caches.open(name)
  const keep = async (/** @type {string} */ url) => {
    const old = await caches.match(url)
    return old ? cache.put(url, old) : cache.add(url)
  }
  await Promise.all([
    cache.add(new Request('/', { cache: 'reload', headers: { accept: 'text/html' } })),
    ...FILES.map(keep),
  ])
  await worker.skipWaiting()
}

async function activate() {
  const old = (await caches.keys()).filter((each) => each.startsWith('doable-') && each !== name)
  await Promise.all(old.map((each) => caches.delete(each)))
  await worker.clients.claim()
}

/** The network's page while there is a network, because it names the newest files. */
async function page(/** @type {Request} */ request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match('/')) ?? Response.error()
  }
}

const file = async (/** @type {Request} */ request) => (await caches.match(request)) ?? fetch(request)

addEventListener('install', (event) => /** @type {Lifetime} */ (event).waitUntil(install()))
addEventListener('activate', (event) => /** @type {Lifetime} */ (event).waitUntil(activate()))
addEventListener('fetch', (event) => {
  const { request, respondWith } = /** @type {Asked} */ (event)
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') respondWith.call(event, page(request))
  else if (pathname.startsWith('/mfe/')) respondWith.call(event, file(request))
})
