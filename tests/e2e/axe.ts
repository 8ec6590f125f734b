import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds on the page as it stands, one line each; every rule counts. */
async function violations(page: Page): Promise<string[]> {
  // There are no frames, so it need not look for any, which takes most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations: found } = await axe.analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary, html }) => `${id} at ${target}: ${failureSummary} ${html.slice(0, 200)}`,
    ),
  )
}

/** Holds what is shown now against all rules of axe, in light and in dark. */
export async function expectAccessible(page: Page, scene: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await violations(page), `${scene}, ${colorScheme}`).toEqual([])
  }
}
