import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { compose, serviceWorker } from './compose.ts'
import { Deployed } from './deployed.testing.ts'

/** Runs the worker's text in a browser-like world and answers what it listens to. */
function worker(text: string, world: Record<string, unknown> = {}) {
  const listeners: Record<string, (event: unknown) => void> = {}
  const addEventListener = (name: string, fn: (event: unknown) => void) => {
    listeners[name] = fn
  }
  const location = { origin: 'https://doable.test' }
  runInNewContext(text, { addEventListener, self: {}, location, URL, Request, Response, Promise, ...world })
  return listeners
}

test('the service worker keeps every file of the version it belongs to', async () => {
  using deployed = new Deployed().all()
  const page = compose(deployed.dist)
  const kept: string[] = []
  const opened: string[] = []
  const cache = {
    add: async (url: string | Request) => void kept.push(String(url)),
    put: async () => undefined,
  }
  const caches = {
    open: async (name: string) => {
      opened.push(name)
      return cache
    },
    match: async () => undefined,
  }
  class Asked {
    readonly url: string
    constructor(url: string) {
      this.url = url
    }
    toString = () => this.url
  }
  let done: Promise<unknown> = Promise.resolve()
  const self = { skipWaiting: async () => undefined }
  const { install } = worker(serviceWorker(page), { caches, self, Request: Asked })
  install?.({ waitUntil: (work: Promise<unknown>) => (done = work) })
  await done
  expect(opened).toEqual([`doable-${page.version}`])
  expect(kept.sort()).toEqual(['/', ...page.files].sort())
})

test.each([
  ['GET', 'https://doable.test/api/me', 'cors'],
  ['GET', 'https://doable.test/api/events', 'navigate'],
  ['POST', 'https://doable.test/mfe/shell/main.js', 'cors'],
  ['GET', 'https://elsewhere.test/mfe/shell/main.js', 'cors'],
])('the service worker keeps out of %s %s', (method, url, mode) => {
  using deployed = new Deployed().all()
  let answered = false
  const { fetch } = worker(serviceWorker(compose(deployed.dist)))
  fetch?.({ request: { method, url, mode }, respondWith: () => (answered = true) })
  expect(answered).toBe(false)
})

test('without a network every address opens with the kept page', async () => {
  using deployed = new Deployed().all()
  const page = compose(deployed.dist)
  let answer: Promise<unknown> = Promise.resolve()
  const caches = { open: async (name: string) => ({ match: async (what: string) => `${name} ${what}` }) }
  const broken = async () => Promise.reject(new TypeError('no network'))
  const { fetch } = worker(serviceWorker(page), { caches, fetch: broken })
  const request = { method: 'GET', url: 'https://doable.test/tasks/today', mode: 'navigate' }
  fetch?.({ request, respondWith: (given: Promise<unknown>) => (answer = given) })
  expect(await answer).toBe(`doable-${page.version} /`)
})

test('after an upgrade the last whole version stays for the pages that were opened before it', async () => {
  using deployed = new Deployed().all()
  const page = compose(deployed.dist)
  const own = `doable-${page.version}`
  const kept = ['somebody-elses', 'doable-oldest', 'doable-former', 'doable-broken-off', own]
  const caches = {
    keys: async () => [...kept],
    open: async (name: string) => ({
      match: async () => (name === 'doable-broken-off' ? undefined : 'page'),
    }),
    delete: async (name: string) => kept.splice(kept.indexOf(name), 1),
  }
  let done: Promise<unknown> = Promise.resolve()
  const self = { clients: { claim: async () => undefined } }
  const { activate } = worker(serviceWorker(page), { caches, self })
  activate?.({ waitUntil: (work: Promise<unknown>) => (done = work) })
  await done
  expect(kept).toEqual(['somebody-elses', 'doable-former', own])
})
