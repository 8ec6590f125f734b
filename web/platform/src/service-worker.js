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
  await Promise.all(FILES.map(keep))
  // Last, so that a cache that holds it holds all of its version.
  await cache.add(new Request('/', { cache: 'reload', headers: { accept: 'text/html' } }))
  await worker.skipWaiting()
}

const isWhole = async (/** @type {string} */ each) => Boolean(await (await caches.open(each)).match('/'))

/** Pages that were opened before an upgrade go on, and may still need parts of their version: the last one stays. */
async function activate() {
  const others = (await caches.keys()).filter((each) => each.startsWith('doable-') && each !== name)
  const whole = await Promise.all(others.map(isWhole))
  const previous = others.findLast((_, at) => whole[at])
  await Promise.all(others.map((each) => each !== previous && caches.delete(each)))
  await worker.clients.claim()
}

/** The network's page while there is a network, because it names the newest files. */
async function page(/** @type {Request} */ request) {
  try {
    return await fetch(request)
  } catch {
    return (await (await caches.open(name)).match('/')) ?? Response.error()
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
