import type { ViewPatch, ViewSettings } from '@doable/contracts/view'

/** Settings of a page after a change: what is not named stays, what is null is no longer chosen. */
export function merged(settings: ViewSettings, patch: ViewPatch): ViewSettings {
  const all = Object.entries({ ...settings, ...patch }).filter(([, value]) => value !== null)
  return Object.fromEntries(all)
}
