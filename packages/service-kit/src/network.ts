import { isIPv4, isIPv6 } from 'node:net'

/**
 * What counts as one address when tries are counted. Whoever has an IPv6 address has at least 2^64 of them (RFC 6177), so
 * the first four groups are what they are known by; an IPv4 address is the same one however it is written (RFC 4291, 2.5.5.2).
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1]
  if (mapped && isIPv4(mapped)) return mapped
  if (!isIPv6(bare)) return address
  const [head = '', tail = ''] = bare.split('::')
  const [before, after] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
