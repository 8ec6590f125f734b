import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'
import { v7 as uuidv7 } from 'uuid'

const wellFormed = /^[\w.-]{8,64}$/

/**
 * Gives each request its id: the one a trusted proxy has written into its log already, else a new one. Anybody else could
 * choose an id to hide behind in ours.
 * @param trusted addresses and ranges, as TRUSTED_PROXIES has them
 */
export function requestIds(trusted: string[]): (request: IncomingMessage) => string {
  const proxies = listOf(trusted)
  return ({ headers, socket }) => {
    const given = headers['x-request-id']
    if (typeof given !== 'string' || !wellFormed.test(given)) return uuidv7()
    const from = socket.remoteAddress ?? ''
    return proxies.check(from, isIPv6(from) ? 'ipv6' : 'ipv4') ? given : uuidv7()
  }
}

function listOf(ranges: string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}
