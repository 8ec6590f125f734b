import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../scripts/test/chromium.ts'
import { type Person, register } from '../tests/support/person.ts'
import { remove, startServer } from '../tests/support/server.ts'
import { type Figure, median } from './measure.ts'
import { framesOf, paintAfter, paintUntil } from './page-clock.ts'
import { longFrames } from './page-events.ts'

const rows = 10_000
const cards = 4000
const columns = 250
const rounds = 15
const board = crypto.randomUUID()

/** What a person feels in a table of 10,000 rows, and on a board of 4,000 cards in 250 columns. */
export async function views(): Promise<Figure[]> {
  const server = await startServer()
  const chrome = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags })
  try {
    const person = await register(server.url)
    await fill(person)
    const site = `http://localhost:${server.port}`
    const page = await open(chrome, site, person.token)
    return [...(await table(page)), ...(await boards(page, site))]
  } finally {
    await chrome.close()
    await server.stop()
    await remove(server.data)
  }
}

const operation = (type: string, subjectId: string, fields: object) => ({
  id: crypto.randomUUID(),
  at: new Date().toISOString(),
  type,
  subjectId,
  fields,
})

async function fill(person: Person) {
  const task = (n: number, fields: object) =>
    operation('task.create', crypto.randomUUID(), {
      title: `Task ${(n * 7919) % 99_991}`,
      priority: (n % 4) + 1,
      position: `j${String(n + 20_000)}1`,
      ...fields,
    })
  const label = (n: number) => `label ${String(n % columns).padStart(3, '0')}`
  const operations = [
    operation('list.create', board, { name: 'Wide' }),
    operation('view.set', `list ${person.id}`, { layout: 'table' }),
    operation('view.set', `list ${board}`, { layout: 'board', groupBy: 'label' }),
    ...Array.from({ length: rows }, (_, n) => task(n, { durationMinutes: (n % 9) + 1 })),
    ...Array.from({ length: cards }, (_, n) => task(n, { listId: board, labels: [label(n)] })),
  ]
  for (let from = 0; from < operations.length; from += 100) {
    const answer = await person.call('POST', '/api/sync/push', {
      operations: operations.slice(from, from + 100),
    })
    if (!answer.ok) throw new Error(`push answered ${answer.status}`)
  }
}

const row = '[role="treegrid"] [data-row]'
const card = '[aria-label="Board"] [data-row]'

async function open(chrome: Browser, site: string, token: string): Promise<Page> {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'sid', value: token, url: site, httpOnly: true }])
  await context.addInitScript(framesOf)
  const page = await context.newPage()
  await page.goto(`${site}/tasks/inbox`)
  await page.locator(row).first().waitFor({ timeout: 60_000 })
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForTimeout(3000)
  return page
}

/** Milliseconds from each click to the end of the frame that shows its outcome. */
async function clicks(page: Page, selector: string, at: (n: number) => number = () => 0): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++) {
    times.push(await page.evaluate(paintAfter, { selector, at: at(n) }))
    await page.waitForTimeout(250)
  }
  return median(times)
}

async function table(page: Page): Promise<Figure[]> {
  const toggle = await clicks(page, `${row} [role="checkbox"]`, (n) => n % 5)
  const sort = await clicks(page, '[data-head="duration"]')
  await page
    .locator(`${row} [data-cell="due"]`)
    .first()
    .evaluate((cell: HTMLElement) => cell.focus())
  await page.mouse.move(700, 400)
  await page.evaluate(longFrames)
  for (let n = 0; n < 60; n++) {
    await page.mouse.wheel(0, 240)
    await page.waitForTimeout(50)
  }
  const slow = await page.evaluate(() => window.longFrames.length)
  return [
    { name: `table: toggle to paint, ${rows} rows`, value: toggle, unit: 'ms', goal: '50' },
    { name: `table: heading to sorted, ${rows} rows`, value: sort, unit: 'ms', goal: '100' },
    { name: 'table: frames over 50 ms while scrolling', value: slow, unit: '', goal: '0' },
  ]
}

async function boards(page: Page, site: string): Promise<Figure[]> {
  const times: number[] = []
  for (let n = 0; n < 7; n++) {
    await page.goto(`${site}/tasks/today`)
    await page.locator(`a[href$="${board}"]`).waitFor()
    await page.waitForTimeout(500)
    times.push(await page.evaluate(paintUntil, { press: `a[href$="${board}"]`, shown: card }))
  }
  const toggle = await clicks(page, `${card} [role="checkbox"]`, (n) => n % 5)
  const name = `board of ${cards} cards in ${columns} columns`
  return [
    { name: `${name}: usable after`, value: median(times), unit: 'ms', goal: '1000' },
    { name: `${name}: toggle to paint`, value: toggle, unit: 'ms', goal: '50' },
  ]
}
