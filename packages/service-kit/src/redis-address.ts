import { BadSetting } from './setting.ts'

/** The hosts of an address, each with its port or this one. */
export const hostsOf = (url: string, port: number) =>
  placesOf(url).map((place) => {
    const { hostname, port: given } = new URL(`http://${place}`)
    return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(given || port) }
  })

/** What ioredis cannot read by itself: several hosts in one address. @throws BadSetting */
export function placesOf(url: string): string[] {
  const [authority = ''] = withoutScheme(url).split(/[/?]/)
  const places = authority.slice(authority.lastIndexOf('@') + 1).split(',')
  if (places.every((place) => URL.canParse(`http://${place}`))) return places
  throw new BadSetting('REDIS_URL must be an address such as redis://localhost:6379.')
}
const withoutScheme = (url: string) => url.slice(url.indexOf('://') + 3)

/** Name, password and path, as they are in an address with one host. */
export function partsOf(url: string) {
  const [place = ''] = placesOf(url)
  const authority = placesOf(url).join(',')
  const one = new URL(`redis://${withoutScheme(url).replace(authority, place)}`)
  const text = (part: string) => (part ? decodeURIComponent(part) : undefined)
  return { username: text(one.username), password: text(one.password), path: one.pathname.slice(1), one }
}
