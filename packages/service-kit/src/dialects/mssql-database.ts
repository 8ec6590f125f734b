import { QueryTypes, type Sequelize } from 'sequelize'
import { binary } from './mssql-types.ts'

const quoted = (name: string) => `[${name.replaceAll(']', ']]')}]`

/** Makes a database as `ops/sqlserver/1-database.sql` does. The login needs CREATE DATABASE. */
export async function createDatabase(server: Sequelize, name: string): Promise<void> {
  await server.query(`CREATE DATABASE ${quoted(name)} COLLATE ${binary}`)
  await server.query(`ALTER DATABASE ${quoted(name)} SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE`)
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
