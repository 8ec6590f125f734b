import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@doable/service-kit/database'
import { binary } from '@doable/service-kit/dialects/mssql-types'
import { tablesOf } from '@doable/service-kit/drift'
import { migrate } from '@doable/service-kit/migrations'
import { databaseOf } from '@doable/service-kit/test-database'
import { expect, test } from 'vitest'
import { services } from './services.ts'

const script = (name: string) =>
  readFileSync(new URL(`../../ops/sqlserver/${name}`, import.meta.url), 'utf8').split('\n')
const all = 'SELECT, INSERT, UPDATE, DELETE'
const grant = /^GRANT ([A-Z, ]+) ON OBJECT::\[dbo\]\.\[(\w+)\] TO \[(\w+)\];$/
const besides = /^(--.*|GO|:on error exit|USE \[\$\(DATABASE\)\];|)$/

/** What each service may do to which table: `task_service Tasks SELECT, INSERT, UPDATE, DELETE`. */
function granted(): string[] {
  return script('3-grants.sql').flatMap((line) => {
    const [, rights, table, role] = grant.exec(line) ?? []
    if (!table) expect(line).toMatch(besides)
    return table ? [`${role} ${table} ${rights}`] : []
  })
}

/** The tables that the migrations of each service make, and what it needs to do to them. */
async function needed(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'doable-grants-'))
  const database = await databaseOf(folder)
  const db = await openDatabase(database.url)
  const found: string[] = []
  let known: string[] = []
  for (const service of services) {
    service.models(db)
    await migrate(db, [service])
    const now = await tablesOf(db)
    for (const table of now.filter((name) => !known.includes(name)))
      found.push(`${service.name}_service ${table} ${table.endsWith('Migrations') ? 'SELECT' : all}`)
    known = now
  }
  await db.close()
  await database.remove()
  await rm(folder, { recursive: true, force: true })
  return found
}

test('each service may use the tables that its migrations make, and no other', async () => {
  expect(granted().sort()).toEqual((await needed()).sort())
})

test('each service has a login and a role; none of them may make tables', () => {
  const lines = script('2-logins.sql')
  for (const { name } of services) {
    expect(lines).toContain(`  CREATE ROLE [${name}_service];`)
    expect(lines).toContain(`ALTER ROLE [${name}_service] ADD MEMBER [doable_${name}];`)
    const password = `WITH PASSWORD = N'$(${name.toUpperCase()}_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)]`
    expect(lines).toContain(`  CREATE LOGIN [doable_${name}] ${password}, CHECK_POLICY = ON;`)
  }
  expect(lines.filter((line) => /db_\w+/.test(line))).toEqual([
    'ALTER ROLE [db_ddladmin] ADD MEMBER [migration];',
  ])
})

test('the database has the collation that the columns have, and that the tests use', () => {
  const made = script('1-database.sql').join('\n')
  expect(made).toContain(`CREATE DATABASE [$(DATABASE)] COLLATE ${binary};`)
  expect(made).toContain(`<> N'${binary}'`)
  expect(made).toContain(
    'ALTER DATABASE [$(DATABASE)] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;',
  )
})
