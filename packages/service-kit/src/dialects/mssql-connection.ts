import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Sequelize } from 'sequelize'
import type { DatabaseSettings } from '../config.ts'
import { readAddress } from './mssql-address.ts'
import { guardSessions, usable } from './mssql-session.ts'

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
export async function openSqlServer(url: string, settings: DatabaseSettings): Promise<Sequelize> {
  const { host, port, database, username, password, ...tls } = readAddress(url)
  const dialectModule = await import('tedious')
  bindAtFixedLength()
  const options = {
    dialect: 'mssql' as const,
    dialectModule,
    host,
    port,
    database,
    username,
    password,
    dialectOptions: { options: { ...(await optionsOf(settings)), ...tls } },
    logging: false,
    pool: poolOf(settings),
    // SQL Server 2022: known beforehand, so that Sequelize neither asks nor writes paging of before 2012.
    databaseVersion: '16.0.0',
  }
  const db = new Sequelize(options)
  guardSessions(db)
  return db
}

/** Whoever waits for a place in the pool waits longer than connecting takes, or a server that is away would look busy. */
const poolOf = ({ databasePool, databaseConnectTimeout }: DatabaseSettings) => ({
  max: databasePool,
  idle: 30_000,
  acquire: databaseConnectTimeout * 2_000,
  validate: usable,
})

async function optionsOf({ databaseTimeout, databaseConnectTimeout, databaseCa }: DatabaseSettings) {
  return {
    useUTC: true,
    requestTimeout: databaseTimeout * 1_000,
    connectTimeout: databaseConnectTimeout * 1_000,
    cryptoCredentialsDetails: databaseCa ? { ca: await readFile(databaseCa) } : {},
    appName: 'doable',
  }
}
