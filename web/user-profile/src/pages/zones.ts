/** The IANA zones this browser knows, the person's own first even where the browser calls it otherwise. */
export function zones(own: string): { value: string; label: string }[] {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  const all = known.includes(own) ? known : [own, ...known]
  return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}
