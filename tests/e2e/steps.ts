import { expect, type Locator, type Page } from '@playwright/test'

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Goes to a page of the application and waits until its heading stands. */
export async function visit(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

/** The circle in front of a task. */
export const check = (within: Page | Locator, title: string) =>
  within.getByRole('checkbox', { name: new RegExp(`^(Complete|Reopen) ${quoted(title)}$`) })

/** The line of a task in a list or on a board. */
export const row = (page: Page, title: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: check(page, title) })

/** The titles of a list or column, from top to bottom. */
export async function titles(list: Locator): Promise<string[]> {
  const names = await list
    .getByRole('checkbox')
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''))
  return names.map((name) => name.replace(/^(Complete|Reopen) /, ''))
}

/** Waits until the list shows these titles in this order. */
export const expectTitles = (list: Locator, wanted: string[]) =>
  expect.poll(() => titles(list)).toEqual(wanted)

export const tasksOf = (page: Page, name: string) =>
  page.getByRole('main').getByRole('list', { name, exact: true })

/** The details beside the list. */
export const details = (page: Page, title: string) =>
  page.getByRole('complementary', { name: `Details of ${title}` })

export const message = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Messages' }).getByRole('listitem').filter({ hasText: text })

/** Takes hold of something; what can be dragged is so once drag and drop has been loaded. */
export async function grasp(page: Page, what: Locator, position?: { x: number; y: number }): Promise<void> {
  await what.hover(position ? { position } : {})
  await expect(page.locator('[draggable="true"]').first()).toBeAttached()
  await page.mouse.down()
}

export const newTask = (page: Page) => page.getByRole('combobox', { name: 'New task' })

/** Adds tasks with the key for it, one after the other, and closes the line. */
export async function quickAdd(page: Page, ...lines: string[]): Promise<void> {
  await page.keyboard.press('q')
  for (const line of lines) {
    await newTask(page).fill(line)
    await newTask(page).press('Enter')
    await expect(newTask(page)).toHaveValue('')
  }
  await newTask(page).press('Escape')
  await expect(newTask(page)).toBeHidden()
}

/** Opens a menu by its button and picks an entry of it. */
export async function pick(page: Page, button: Locator, ...entries: string[]): Promise<void> {
  await button.click()
  for (const entry of entries) await page.getByRole('menuitem', { name: entry }).click()
}

/** Lays the page out otherwise. */
export async function layOut(page: Page, layout: 'List' | 'Board' | 'Calendar' | 'Table'): Promise<void> {
  await page.getByRole('button', { name: /^View:/ }).click()
  const panel = page.getByRole('dialog', { name: 'View' })
  await panel.getByRole('radio', { name: layout }).check()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

/** Until the service worker has kept every file, so that the page opens without a network. */
export async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise((done) => active?.addEventListener('statechange', done, { once: true }))
  })
}
