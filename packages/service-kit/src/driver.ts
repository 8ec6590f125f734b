import { BadSetting } from './setting.ts'

/**
 * Picks the driver a URL asks for by its scheme; the only way a driver is ever chosen.
 * @throws BadSetting, which names the schemes there are
 */
export function byScheme<T>(setting: string, url: string, drivers: Record<string, T>): T {
  const scheme = url.slice(0, Math.max(0, url.indexOf(':')))
  const driver = Object.hasOwn(drivers, scheme) ? drivers[scheme] : undefined
  if (driver) return driver
  const known = Object.keys(drivers)
  const way = known.length ? `known: ${known.join(', ')}` : 'leave it unset'
  throw new BadSetting(`${setting} starts with "${scheme}:", which is not supported here; ${way}.`)
}
