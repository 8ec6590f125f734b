import { expect, type Page } from '@playwright/test'

/** A page laid out as a table. */
export const grid = (page: Page, name: string) => page.getByRole('treegrid', { name })
/** What stands in a column, from top to bottom. */
const cells = (page: Page, name: string, column: string) =>
  grid(page, name)
    .locator(`[data-row] [data-cell="${column}"]`)
    .evaluateAll((all) => all.map((cell) => (cell.querySelector('[data-title]') ?? cell).textContent ?? ''))
export const expectColumn = (page: Page, name: string, column: string, wanted: string[]) =>
  expect.poll(() => cells(page, name, column)).toEqual(wanted)
/** Where the focus is, as title and column. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement as HTMLElement | null
    const title = cell?.closest('[data-row]')?.querySelector('[data-title]')?.textContent
    return `${title} ${cell?.dataset.cell ?? cell?.tagName}`
  })
export const expectFocus = (page: Page, wanted: string) => expect.poll(() => focus(page)).toBe(wanted)
export const heading = (page: Page, name: string) => page.getByRole('columnheader', { name })
/** Keys, one after the other. */
export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** Chooses an option of a field in the view's panel. */
export async function choose(page: Page, field: RegExp, option: string) {
  await page.getByRole('button', { name: /^View:/ }).click()
  const panel = page.getByRole('dialog', { name: 'View' })
  await panel.getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option }).click()
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(panel.getByRole('button', { name: field })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}
