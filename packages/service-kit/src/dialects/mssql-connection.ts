import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Sequelize } from 'sequelize'
import type { DatabaseSettings } from '../config.ts'
import { BadSetting } from '../setting.ts'
import { readAddress } from './mssql-address.ts'
import { bindAll } from './mssql-bound.ts'
import { guardSessions, usable } from './mssql-session.ts'
import { teachTypes } from './mssql-types.ts'

/** A pool of connections to the server and database of a URL; opens none yet. */
export async function openSqlServer(url: string, settings: DatabaseSettings): Promise<Sequelize> {
  const { host, port, database, username, password, ...tls } = readAddress(url)
  const dialectModule = await import('tedious')
  teachTypes()
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
  bindAll(db)
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
    cryptoCredentialsDetails: databaseCa ? { ca: await authority(databaseCa) } : {},
    appName: 'doable',
  }
}

async function authority(file: string): Promise<string> {
  try {
    const text = await readFile(file, 'utf8')
    return new X509Certificate(text) && text
  } catch {
    throw new BadSetting(`DATABASE_CA names ${file}, which cannot be read or holds no certificate.`)
  }
}
