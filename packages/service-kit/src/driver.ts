/**
 * Picks the driver a URL asks for by its scheme; the only way a driver is ever chosen.
 * @throws an Error of one sentence that names the setting and the schemes there are
 */
export function byScheme<T>(setting: string, url: string, drivers: Record<string, T>): T {
  const scheme = url.slice(0, Math.max(0, url.indexOf(':')))
  const driver = Object.hasOwn(drivers, scheme) ? drivers[scheme] : undefined
  if (driver) return driver
  const known = Object.keys(drivers).join(', ')
  throw new Error(`${setting} starts with "${scheme}:", which is not supported here; known: ${known}.`)
}
