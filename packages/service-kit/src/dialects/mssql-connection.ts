import { createRequire } from 'node:module'
import { Sequelize } from 'sequelize'

type Parameter = { type: unknown; typeOptions: { length?: number; scale?: number } }
type MssqlQuery = { getSQLTypeFromJsType(value: unknown, types: Record<string, unknown>): Parameter }

/** The length a bound text is declared with: one for all, or SQL Server keeps a plan for each length it meets. */
const shortText = 4000

/** Sequelize keeps the class of its statements to itself; every SQL Server connection shares this one. */
function bindAtFixedLength(): void {
  const load = createRequire(import.meta.resolve('sequelize'))
  const { prototype } = load('./dialects/mssql/query.js').Query as {
    prototype: MssqlQuery & { fixed?: true }
  }
  if (prototype.fixed) return
  const original = prototype.getSQLTypeFromJsType
  prototype.fixed = true
  prototype.getSQLTypeFromJsType = function (value, types) {
    if (value instanceof Date) return { type: types.DateTimeOffset, typeOptions: { scale: 3 } }
    const parameter = original.call(this, value, types)
    if (typeof value === 'string' && value.length <= shortText) parameter.typeOptions.length = shortText
    return parameter
  }
}

/** A pool of connections to the server and database of a URL; opens none yet. */
export async function openSqlServer(url: string): Promise<Sequelize> {
  const dialectModule = await import('tedious')
  bindAtFixedLength()
  const options = { useUTC: true, ...tlsOf(new URL(url)) }
  const pool = { max: 20, idle: 30_000, acquire: 10_000 }
  const settings = {
    dialect: 'mssql' as const,
    dialectModule,
    dialectOptions: { options },
    logging: false,
    pool,
    // SQL Server 2022: known beforehand, so that Sequelize neither asks nor writes paging of before 2012.
    databaseVersion: '16.0.0',
  }
  return new Sequelize(withoutQuery(url), settings)
}

/** Where the data is, for people. Never a password. */
export const placeOfServer = (url: string): string => `${new URL(url).host}${new URL(url).pathname}`

/** `?encrypt=false` and `?trustServerCertificate=true` are for trying out on one's own machine; TLS is on otherwise. */
function tlsOf({ searchParams }: URL) {
  const encrypt = searchParams.get('encrypt') !== 'false'
  return { encrypt, trustServerCertificate: searchParams.get('trustServerCertificate') === 'true' }
}

function withoutQuery(url: string): string {
  const bare = new URL(url)
  bare.search = ''
  return bare.href
}
