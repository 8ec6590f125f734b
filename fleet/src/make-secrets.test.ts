import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@doable/service-kit/config'
import { expect, onTestFinished, test } from 'vitest'
import { makeSecrets } from './make-secrets.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'doable-secrets-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}
const all = (home: string) =>
  Object.fromEntries(
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .map((file) => [file.slice(home.length + 1), readFileSync(file, 'utf8')]),
  )

test('what is secret is made once and stays', async () => {
  const home = folder()
  await makeSecrets(home)
  const first = all(home)
  await makeSecrets(home)
  expect(all(home)).toEqual(first)
  await makeSecrets(folder())
  const other = folder()
  await makeSecrets(other)
  expect(all(other)['task/database-url']).not.toBe(first['task/database-url'])
})

test('each service is given an address of its own, and Redis knows the password in it', async () => {
  const home = folder()
  await makeSecrets(home)
  const made = all(home)
  for (const service of ['user', 'task', 'notification']) {
    const config = readConfig({
      NODE_ENV: 'production',
      DATABASE_URL_FILE: join(home, service, 'database-url'),
      REDIS_URL_FILE: join(home, service, 'redis-url'),
      SESSION_KEYS: join(home, 'keys/session-keys.json'),
    })
    const { username, password } = new URL(config.databaseUrl)
    expect([username, password]).toEqual([`doable_${service}`, made[`sqlserver/${service}`]])
    const redis = createHash('sha256')
      .update(new URL(config.redisUrl ?? '').password)
      .digest('hex')
    expect(made['redis/users.acl']).toContain(`user doable on #${redis} `)
  }
  expect(made['redis/users.acl']).not.toContain('$')
  for (const name of ['session-keys', 'push-keys'])
    expect(statSync(join(home, `keys/${name}.json`)).mode & 0o777).toBe(0o600)
})
