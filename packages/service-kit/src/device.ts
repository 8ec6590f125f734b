import type { FastifyRequest } from 'fastify'

/** What a person tells their devices apart by. */
export type Device = { agent: string; name: string; address: string }

const browsers = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

const match = (agent: string, table: readonly (readonly [string, RegExp])[]) =>
  table.find(([, sign]) => sign.test(agent))?.[0]

/** `Firefox on Linux`; for a script, the first word of what it calls itself. */
export function deviceName(agent: string): string {
  const browser = match(agent, browsers)
  const system = match(agent, systems)
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? (agent.split(/[\s/]/)[0]?.slice(0, 100) || 'Unknown device')
}

export function deviceOf(request: FastifyRequest): Device {
  const agent = (request.headers['user-agent'] ?? '').slice(0, 400)
  return { agent, name: deviceName(agent), address: request.ip.slice(0, 64) }
}
