import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import type { Config } from './config.ts'

export type Address = { address: string; family: number }
/** All addresses of a name; rejects as node:dns does where there are none. */
export type Resolve = (name: string) => Promise<Address[]>
export type Reach = Pick<Config, 'outboundAllow'>

export const allAddresses: Resolve = (name) => lookup(name, { all: true })

const sentences = {
  unreadable: 'This is not an address of the web.',
  credentials: 'An address with a user or a password in it is not used.',
  'not-https': 'Only https addresses are used.',
  port: 'Only the ports 443 and 8443 are used.',
  private: 'This address lies in a private network or has a special meaning.',
}
export type Refusal = keyof typeof sentences

/** An address that is never spoken to, however often one tries. `message` is a sentence for people without the address. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
  readonly reason: Refusal
  constructor(reason: Refusal) {
    super(sentences[reason])
    this.reason = reason
  }
}

const ports = ['', '443', '8443']
/** What IANA has given out for everybody: beyond it lies ::127.0.0.1 too (RFC 4291, 2.5.5.1), which routes nowhere. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
/** Microsoft's platform in each virtual machine of Azure: a public address that answers with secrets of the machine. */
const wireServer = '168.63.129.16'

function isPublic(text: string): boolean {
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast' || address.toString() === wireServer) return false
  return address.kind() === 'ipv4' || address.match(globalUnicast)
}

const lies = (text: string, range: string) => {
  const address = ipaddr.parse(text)
  const [base, bits] = ipaddr.parseCIDR(range)
  return address.kind() === base.kind() && address.match(base, bits)
}

/** Whether who runs Doable has named this host, or ranges that hold each of its addresses. */
function isAllowed(allow: string[], host: string, addresses: Address[]): boolean {
  const ranges = allow.filter((entry) => entry.includes('/'))
  return (
    allow.includes(host) || addresses.every(({ address }) => ranges.some((range) => lies(address, range)))
  )
}

function readable(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url?.hostname || !/^https?:$/.test(url.protocol)) throw new RefusedAddress('unreadable')
  if (url.username || url.password) throw new RefusedAddress('credentials')
  return url
}

/**
 * Where a request to `text` may connect to: every address of its host, each of them checked. One private address among
 * public ones refuses them all, since the name is then not that of a public receiver. What OUTBOUND_ALLOW names may be
 * private, unencrypted and on any port. Numbers in other notations (`0x7f.1`, `2130706433`) are addresses to `URL`.
 * @throws RefusedAddress, or what `resolve` throws
 * Rules: OWASP, Server-Side Request Forgery Prevention Cheat Sheet (case 2); IANA's special-purpose registries.
 */
export async function placeOf({ outboundAllow }: Reach, text: string, resolve: Resolve = allAddresses) {
  const url = readable(text)
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const addresses = ipaddr.isValid(host)
    ? [{ address: host, family: host.includes(':') ? 6 : 4 }]
    : await resolve(host)
  if (isAllowed(outboundAllow, host, addresses)) return { url, addresses }
  if (!addresses.every(({ address }) => isPublic(address))) throw new RefusedAddress('private')
  if (url.protocol !== 'https:') throw new RefusedAddress('not-https')
  if (!ports.includes(url.port)) throw new RefusedAddress('port')
  return { url, addresses }
}
