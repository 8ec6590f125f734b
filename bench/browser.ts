import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../scripts/test/chromium.ts'
import { type Person, register } from '../tests/support/person.ts'
import { remove, startServer } from '../tests/support/server.ts'
import { type Figure, median } from './measure.ts'
import { framesOf, paintAfter } from './page-clock.ts'

const count = 10_000
const rounds = 21

/** What a person feels with 10,000 tasks in one list, and what the first page weighs. */
export async function browser(): Promise<Figure[]> {
  const server = await startServer()
  const chrome = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
  try {
    const person = await register(server.url)
    await fill(person)
    const site = `http://localhost:${server.port}`
    const page = await signedIn(chrome, site, person.token)
    return [await weight(chrome, site), ...(await felt(page, site))]
  } finally {
    await chrome.close()
    await server.stop()
    await remove(server.data)
  }
}

async function fill(person: Person) {
  const words = ['call', 'write', 'buy', 'plan', 'water', 'check', 'read', 'order', 'clean', 'book']
  for (let from = 0; from < count; from += 100) {
    const operations = Array.from({ length: 100 }, (_, at) => {
      const n = from + at
      const fields = {
        title: `${words[n % 10]} ${words[(n * 7 + 3) % 10]} ${n}`,
        priority: (n % 4) + 1,
        position: `j${String(n + 10_000)}1`,
      }
      return {
        id: crypto.randomUUID(),
        at: new Date().toISOString(),
        type: 'task.create',
        subjectId: crypto.randomUUID(),
        fields,
      }
    })
    const answer = await person.call('POST', '/api/sync/push', { operations })
    if (!answer.ok) throw new Error(`push answered ${answer.status}`)
  }
}

async function signedIn(chrome: Browser, site: string, token: string): Promise<Page> {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'sid', value: token, url: site, httpOnly: true }])
  await context.addInitScript(framesOf)
  const page = await context.newPage()
  await page.goto(`${site}/tasks/inbox`)
  await page.getByRole('listitem').filter({ hasText: 'call' }).first().waitFor({ timeout: 60_000 })
  // The first visit also fills the disk and the service worker's cache; what is felt every day comes after.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForTimeout(3000)
  return page
}

/** JavaScript that a first visit asks for until the first row stands, as brotli packs it; headers are not counted. */
async function weight(chrome: Browser, site: string): Promise<Figure> {
  const context = await chrome.newContext({ serviceWorkers: 'block' })
  const person = await register(site)
  const answer = await person.call('POST', '/api/tasks', { title: 'call' })
  if (!answer.ok) throw new Error(`create answered ${answer.status}`)
  await context.addCookies([{ name: 'sid', value: person.token, url: site }])
  await context.addInitScript(framesOf)
  const page = await context.newPage()
  await page.goto(`${site}/tasks/inbox`)
  const bytes = await page.evaluate(async () => {
    const stood = await window.firstRow
    return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < stood)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  })
  await context.close()
  return { name: 'JavaScript of the first page (brotli)', value: bytes / 1000, unit: 'kB', goal: '150' }
}

async function felt(page: Page, site: string): Promise<Figure[]> {
  const reloads: number[] = []
  for (let n = 0; n < 7; n++) {
    await page.goto(`${site}/tasks/inbox`)
    reloads.push(await page.evaluate(() => window.firstRow))
  }
  const toggles = await paints(page, '[role="listitem"] [role="checkbox"]')
  await page.goto(`${site}/tasks/search`)
  const keys = await typed(page)
  await page.goto(`${site}/health/live`)
  const floor = median(await bareFrames(page))
  return [
    { name: `reload to list, ${count} tasks`, value: median(reloads), unit: 'ms', goal: '400' },
    { name: `toggle to paint, ${count} tasks`, value: median(toggles), unit: 'ms', floor, goal: '25' },
    { name: `filter key to paint, ${count} tasks`, value: median(keys), unit: 'ms', floor, goal: '25' },
  ]
}

async function paints(page: Page, selector: string): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++) {
    times.push(await page.evaluate(paintAfter, { selector, at: n % 5 }))
    await page.waitForTimeout(250)
  }
  return times
}

async function typed(page: Page): Promise<number[]> {
  const field = page.getByRole('searchbox')
  await field.click()
  const times: number[] = []
  // Every one of these keys changes what is found.
  for (const key of ['7', '3', '5', 'Backspace', '1', 'Backspace', 'Backspace', 'Backspace'].concat([
    '4',
    '2',
    '9',
    'Backspace',
    '8',
    'Backspace',
    'Backspace',
    'Backspace',
  ])) {
    await page.evaluate(() => window.watchInput())
    await page.keyboard.press(key)
    times.push(await page.evaluate(() => window.inputPaint))
    await page.waitForTimeout(150)
  }
  return times
}

/** The same clock on a page with nothing on it: what a frame costs here at the least. */
async function bareFrames(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++) times.push(await page.evaluate(paintAfter, { selector: 'body', at: 0 }))
  return times
}
