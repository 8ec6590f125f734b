import { BadSetting } from '../setting.ts'

/** What a DATABASE_URL says about a SQL Server. */
export type Address = {
  host: string
  port: number
  database: string
  username: string
  password: string
  encrypt: boolean
  trustServerCertificate: boolean
}

const switches = { encrypt: true, trustServerCertificate: false }
type Switch = keyof typeof switches

/**
 * Reads `mssql://user:password@host:1433/database?encrypt=false&trustServerCertificate=true`. What is special in an
 * address is percent-encoded in name and password.
 * @throws BadSetting, whose sentence never holds the address: there is a password in it
 */
export function readAddress(url: string): Address {
  const address = URL.canParse(url) ? new URL(url) : undefined
  const database = textOf(address?.pathname.slice(1) ?? '')
  const username = textOf(address?.username ?? '')
  if (!address?.hostname || !username || !database || database.includes('/'))
    throw new BadSetting('DATABASE_URL must be an address such as mssql://user:password@host:1433/database.')
  const password = textOf(address.password)
  const host = address.hostname.replace(/^\[|\]$/g, '')
  return { host, port: Number(address.port || 1433), database, username, password, ...switchesOf(address) }
}

function textOf(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new BadSetting('DATABASE_URL has a "%" that stands for itself; write it as %25.')
  }
}

function switchesOf({ searchParams }: URL): Record<Switch, boolean> {
  const said: Record<Switch, boolean> = { ...switches }
  for (const [name, value] of searchParams) {
    if (
      !Object.hasOwn(switches, name) ||
      !/^(true|false)$/.test(value) ||
      searchParams.getAll(name).length > 1
    )
      throw new BadSetting(
        `DATABASE_URL ends in "${name}=${value}"; SQL Server knows "encrypt" and "trustServerCertificate", true or false.`,
      )
    said[name as Switch] = value === 'true'
  }
  return said
}

/** Where the data is, for people. Never a password. */
export const placeOfServer = (url: string): string => {
  const { host, port, database } = readAddress(url)
  return `${host.includes(':') ? `[${host}]` : host}:${port}/${database}`
}

const ownMachine = /^(localhost|127(\.\d+){3}|::1)$/

/** What is unsafe about the way to a server, for people; undefined where nothing is. */
export function cautionOf(url: string): string | undefined {
  const { host, encrypt, trustServerCertificate } = readAddress(url)
  if (ownMachine.test(host)) return undefined
  if (!encrypt) return `Passwords and tasks go to the database at ${host} unencrypted (encrypt=false).`
  return trustServerCertificate
    ? `Whoever is between can pose as the database at ${host} (trustServerCertificate=true).`
    : undefined
}
