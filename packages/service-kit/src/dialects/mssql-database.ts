import { setTimeout as wait } from 'node:timers/promises'
import { QueryTypes, type Sequelize } from 'sequelize'
import { numberOf } from './dialect.ts'
import { binary } from './mssql-types.ts'

const quoted = (name: string) => `[${name.replaceAll(']', ']]')}]`

/** A new database is a copy of `model`, which the server lets one at a time copy. */
const modelInUse = 1807
const mostTries = 60

async function create(server: Sequelize, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await server.query(`CREATE DATABASE ${quoted(name)} COLLATE ${binary}`)
      return
    } catch (error) {
      if (numberOf(error) !== modelInUse || tries === mostTries) throw error
      await wait(500 + Math.random() * 500)
    }
  }
}

/** Makes a database as `ops/sqlserver/1-database.sql` does. The login needs CREATE DATABASE. */
export async function createDatabase(server: Sequelize, name: string): Promise<void> {
  await create(server, name)
  await server.query(`ALTER DATABASE ${quoted(name)} SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE`)
  await server.query(`ALTER DATABASE ${quoted(name)} SET ALLOW_SNAPSHOT_ISOLATION ON`)
}

/** Ends whoever still uses it: a database in use cannot be dropped. */
export async function dropDatabase(server: Sequelize, name: string): Promise<void> {
  await server.query(
    `IF DB_ID(N'${name.replaceAll("'", "''")}') IS NOT NULL
      ALTER DATABASE ${quoted(name)} SET SINGLE_USER WITH ROLLBACK IMMEDIATE`,
  )
  await server.query(`DROP DATABASE IF EXISTS ${quoted(name)}`)
}

/** The databases whose name begins so. */
export async function databasesLike(server: Sequelize, start: string): Promise<string[]> {
  const rows = await server.query<{ name: string }>(
    'SELECT name FROM sys.databases WHERE LEFT(name, LEN($start)) = $start',
    { bind: { start }, type: QueryTypes.SELECT },
  )
  return rows.map(({ name }) => name)
}
