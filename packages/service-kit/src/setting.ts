import { isIP } from 'node:net'

/** A setting that cannot be used; its message is one sentence for people that names the setting. */
export class BadSetting extends Error {
  override name = 'BadSetting'
}

export type Env = Record<string, string | undefined>
/** Reads the text of one setting; throws BadSetting. */
export type Read<T> = (value: string, name: string) => T
export type Setting<T> = {
  name: string
  /** The default as text; a function where it follows from other settings. */
  standard: string | ((env: Env) => string)
  /** One line for `.env.example`. */
  help: string
  read: Read<T>
}

const bad = (name: string, must: string, value: string) =>
  new BadSetting(`${name} must be ${must}, not ${JSON.stringify(value.slice(0, 100))}.`)

export const text: Read<string> = (value) => value
export const optional: Read<string | undefined> = (value) => value || undefined

const whole =
  (least: number, most: number, unit: string): Read<number> =>
  (value, name) => {
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    throw bad(name, `a whole number of ${unit} from ${least} to ${most}`, value)
  }

export const tcpPort: Read<number> = (value, name) => {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (number <= 65_535) return number
  throw bad(name, 'a port number from 0 to 65535', value)
}
export const optionalPort: Read<number | undefined> = (value, name) =>
  value === '' ? undefined : tcpPort(value, name)
export const days = whole(1, 3650, 'days')
export const seconds = whole(1, 86_400, 'seconds')
export const count = whole(0, 1000, 'backups')
export const connections = whole(1, 1000, 'connections')
export const tries = whole(1, 1_000_000, 'tries')
export const messages = whole(1, 10_000, 'messages')
export const dataSize = whole(1024, 100 * 1024 * 1024, 'bytes')

export const oneOf =
  <const T extends readonly string[]>(choices: T): Read<T[number]> =>
  (value, name) => {
    if (choices.includes(value)) return value
    throw bad(name, `one of ${choices.join(', ')}`, value)
  }

/** An http(s) origin without a path. */
export const webUrl: Read<URL> = (value, name) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url
  throw bad(name, 'an address such as https://todo.example.org', value)
}

/** Where an API lives: its paths are put behind this one. */
export const apiUrl: Read<URL> = (value, name) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isBare = url && !url.search && !url.hash && !url.username && !url.password
  if (isBare && /^https?:$/.test(url.protocol)) return url
  throw new BadSetting(`${name} must be an address such as https://api.example.org, without a password.`)
}

export const receiver: Read<URL | undefined> = (value, name) =>
  value === '' ? undefined : apiUrl(value, name)

/**
 * `one=1,two=a%20b`. What is wrong is not said again: it may be a key.
 * Source: OpenTelemetry, "OTLP Exporter Configuration" (the form of W3C Baggage).
 */
export const pairs: Read<Record<string, string>> = (value, name) => {
  const read = parts(value).map((part): [string, string] => {
    const [, key = '', text = ''] = /^([\w.-]+)\s*=\s*(.*)$/.exec(part) ?? []
    if (key === '' || !decodable(text))
      throw new BadSetting(`${name} must be name=value with commas between.`)
    return [key, decodeURIComponent(text)]
  })
  return Object.fromEntries(read)
}

function decodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined
  } catch {
    return false
  }
}

export const share: Read<number> = (value, name) => {
  const number = /^(0|1|0?\.\d{1,9}|1\.0+)$/.test(value) ? Number(value) : Number.NaN
  if (number >= 0 && number <= 1) return number
  throw bad(name, 'a share from 0 to 1, such as 0.1', value)
}

/** It becomes a part of paths. */
export const accountName: Read<string | undefined> = (value, name) => {
  if (/^[\w-]{0,64}$/.test(value)) return value || undefined
  throw bad(name, 'letters, digits, - and _', value)
}

const placeholder = /^(.)\1*$|change.?me|placeholder|your[-_ ]|auth[-_]?token|^x{4}/i
/** It is not said again. What stands in instructions in place of a secret is none. */
export const secret: Read<string | undefined> = (value, name) => {
  if (value === '' || (value.length >= 16 && !/\s/.test(value) && !placeholder.test(value)))
    return value || undefined
  throw new BadSetting(`${name} must be the secret itself, at least 16 characters and no placeholder.`)
}

/** A number (E.164), a short code, a messaging service, or up to eleven letters and digits where a country allows a name. */
export const smsSender: Read<string | undefined> = (value, name) => {
  const isSender = /^(\+[1-9]\d{6,14}|\d{3,8}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/.test(value)
  if (value === '' || isSender) return value || undefined
  throw bad(name, 'a number such as +4915112345678 or a messaging service such as MG...', value)
}

/** An IP address, or a range of them as `10.0.0.0/8`. */
function isRange(text: string): boolean {
  const [address = '', mask, ...more] = text.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return (
    bits > 0 && more.length === 0 && (mask === undefined || (/^\d{1,3}$/.test(mask) && Number(mask) <= bits))
  )
}

const parts = (value: string) => value.split(',').flatMap((part) => part.trim() || [])

export const proxies: Read<string[]> = (value, name) => {
  const all = parts(value)
  const wrong = all.find((part) => !isRange(part))
  if (wrong) throw bad(name, 'addresses or ranges with commas between', wrong)
  return all
}

const hostName = /^(?=.{1,253}$)[a-z\d_](?:[a-z\d_-]*[a-z\d_])?(?:\.[a-z\d_](?:[a-z\d_-]*[a-z\d_])?)*$/

/** Ranges, as `10.0.0.0/8` with the mask also of one address, and host names in small letters. */
export const reachable: Read<string[]> = (value, name) =>
  parts(value.toLowerCase()).map((part) => {
    if (isRange(part)) return part.includes('/') ? part : `${part}/${isIP(part) === 4 ? 32 : 128}`
    // Four numbers are a mistyped address rather than a name.
    if (hostName.test(part) && !/(^|\.)\d+$/.test(part)) return part
    throw bad(name, 'ranges such as 10.0.0.0/8 or host names with commas between', part)
  })

/** A password may stand in it, so it is not said again. */
export const mailServer: Read<string | undefined> = (value, name) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (value === '' || (url?.hostname && /^smtps?:$/.test(url.protocol))) return value || undefined
  throw new BadSetting(`${name} must be an address such as smtp://user:password@mail.example.org:587.`)
}

/** `Name <address>` or an address alone. */
export const mailbox: Read<{ name: string; address: string }> = (value, name) => {
  const [, said = '', inside, alone] =
    /^(?:([^<>\p{Cc}]*)<([^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+)>|([^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+))$/u.exec(
      value,
    ) ?? []
  const address = inside ?? alone
  if (address) return { name: said.trim(), address }
  throw bad(name, 'an address such as Doable <doable@example.org>', value)
}

/** Whom to write to, as a URI (RFC 8292, 2.1). */
export const contact: Read<string> = (value, name) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol === 'https:' || /^mailto:[^\s@]+@[^\s@]+$/.test(value)) return value
  throw bad(name, 'an address such as mailto:admin@example.org', value)
}
