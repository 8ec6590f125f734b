import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { remove, type Server, startServer } from '../support/server.ts'
import { type Data, data } from './data.ts'
import { Noise } from './noise.ts'
import { type Person, register, signIn } from './person.ts'

export { expect } from '@playwright/test'

type Fixtures = {
  /** `test.use({ guest: true })`: nobody is signed in on `page`. */
  guest: boolean
  /** What the pages of this test complain about; whatever is not expected fails the test. */
  noise: Noise
  /** Somebody who has just registered; signed in on `page` unless the test is a guest's. */
  person: Person
  /** That person's lists and tasks, past the page. */
  mine: Data
  /** Opens another browser, signed in as a person if one is given. */
  device(person?: Person, options?: BrowserContextOptions): Promise<Page>
}

async function openDevice(
  browser: Browser,
  noise: Noise,
  person: Person | undefined,
  options: BrowserContextOptions,
) {
  const context = await browser.newContext(options)
  noise.listenTo(context)
  if (person) await signIn(context.request, person)
  return context.newPage()
}

/** A Doable with these settings, for as long as it is used. */
export async function serving(env: Record<string, string>, use: (server: Server) => Promise<void>) {
  const server = await startServer({ env })
  await use(server)
  await server.stop()
  await remove(server.data)
}

/** For `test.skip(...)`: a running Doable has the settings that it has. */
export const needsSettings = [
  Boolean(process.env.BASE_URL),
  'needs a Doable with settings of its own',
] as const

/** A test in a browser against a Doable of its own worker, or against the one that BASE_URL names. */
export const test = base.extend<Fixtures, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      if (process.env.BASE_URL) return use(process.env.BASE_URL)
      await serving({}, ({ port }) => use(`http://localhost:${port}`))
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site),
  noise: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const noise = new Noise()
      await use(noise)
      expect(noise.unexpected(), 'what the pages complained about').toEqual([])
    },
    { auto: true },
  ],
  guest: [false, { option: true }],
  person: async ({ request }, use) => use(await register(request)),
  mine: async ({ page }, use) => use(data(page.request)),
  context: async ({ context, noise, guest, request, person }, use) => {
    noise.listenTo(context)
    if (!guest && person) await context.addCookies((await request.storageState()).cookies)
    await use(context)
  },
  device: async ({ browser, noise }, use) => {
    const pages: Page[] = []
    await use(async (person, options = {}) => {
      const page = await openDevice(browser, noise, person, options)
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
  },
})
