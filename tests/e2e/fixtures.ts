import { test as base } from '@playwright/test'
import { remove, startServer } from '../support/server.ts'

export { expect } from '@playwright/test'

/** A test in a browser against a Doable of its own worker, or against the one that BASE_URL names. */
export const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      if (process.env.BASE_URL) return use(process.env.BASE_URL)
      const server = await startServer()
      await use(`http://localhost:${server.port}`)
      await server.stop()
      await remove(server.data)
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site),
})
