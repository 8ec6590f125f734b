// node fleet/src/make-secrets.ts FOLDER: makes what a composed fleet keeps secret. What is there already stays.
// Each service is shown its own folder only; inside it anybody may read.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeKeysOnce } from '@doable/service-kit/key-file'
import { makePushKeysOnce } from '@doable/service-kit/push-keys'

const logins = ['user', 'task', 'notification', 'migration'] as const

/** Writes passwords, and the addresses and rights that follow from them, into folders named after who reads them. */
export async function makeSecrets(folder: string): Promise<void> {
  const write = (name: string, text: string) => {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, text, { mode: 0o444 })
    renameSync(`${file}.new`, file)
  }
  const password = (name: string): string => {
    const file = join(folder, name)
    // SQL Server asks for three kinds of characters; chance alone would leave one out one day.
    if (!existsSync(file)) write(name, `${randomBytes(24).toString('base64url')}aA1`)
    return readFileSync(file, 'utf8')
  }

  password('sqlserver/administrator')
  password('grafana/administrator')
  const redis = password('passwords/redis')
  const operator = password('passwords/redis-operator')
  write('redis/users.acl', redisUsers({ doable: redis, operator }))
  // redis_exporter looks for the password of an address, written with or without the user by its versions.
  const byAddress = { 'redis://redis:6379': operator, 'redis://operator@redis:6379': operator }
  write('redis-exporter/passwords.json', JSON.stringify(byAddress))
  write('sqlserver-exporter/sql_exporter.yml', watching(password('sqlserver/watch')))
  for (const login of logins) {
    const secret = password(`sqlserver/${login}`)
    const place = 'sqlserver:1433/doable?trustServerCertificate=true'
    write(`${login}/database-url`, `mssql://doable_${login}:${secret}@${place}`)
    write(`${login}/redis-url`, `redis://doable:${redis}@redis:6379`)
  }
  await makeKeysOnce(join(folder, 'keys/session-keys.json'))
  await makePushKeysOnce(join(folder, 'keys/push-keys.json'))
}

/** The settings of the exporter of SQL Server, which reads its password from nowhere else. */
const watching = (password: string): string => `target:
  data_source_name: sqlserver://doable_watch:${password}@sqlserver:1433?database=master&TrustServerCertificate=true
  collectors: [mssql]
collector_files: [/etc/sqlserver-exporter/*.collector.yml]
`

/** The rights of `ops/redis/users.acl.template`, for these passwords. */
function redisUsers(passwords: { doable: string; operator: string }): string {
  const template = readFileSync(new URL('../../ops/redis/users.acl.template', import.meta.url), 'utf8')
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  return template
    .replace(`\${DOABLE_SHA256}`, hash(passwords.doable))
    .replace(`\${OPERATOR_SHA256}`, hash(passwords.operator))
}

const [folder] = process.argv.slice(2)
if (import.meta.main && folder) await makeSecrets(folder)
