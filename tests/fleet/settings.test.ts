import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, remove } from '../support/server.ts'

let data: string
beforeAll(async () => {
  data = await dataFolder()
})
afterAll(() => remove(data))

/** Starts one process of a service as a cloud would, and answers how it ended. */
function start(env: Record<string, string>): Promise<{ code: number | null; err: string }> {
  const main = join(import.meta.dirname, '../../services/task/src/main.ts')
  const given = { PATH: process.env.PATH ?? '', NODE_ENV: 'production', DATA_DIR: data, PORT: '0', ...env }
  return new Promise((resolve) => {
    const words = ['--disable-warning=ExperimentalWarning', main]
    const child = execFile(process.execPath, words, { env: given, cwd: data }, (_error, _out, err) =>
      resolve({ code: child.exitCode, err }),
    )
  })
}

const keys = { SESSION_KEYS: '/nowhere/keys.json' }

test.each([
  [{ REDIS_URL: 'memcached://localhost', ...keys }, /^REDIS_URL starts with "memcached:", which is not/],
  [{ DATABASE_URL: 'postgres://localhost/x' }, /^DATABASE_URL starts with "postgres:", which is not/],
  [{ REDIS_URL: 'redis://127.0.0.1:6379' }, /^SESSION_KEYS must name the file/],
  [{ REDIS_URL: 'redis://127.0.0.1:1', ...keys }, /^Redis at 127\.0\.0\.1:1 does not answer/],
  [
    { REDIS_URL: 'redis://no-such-host.invalid', ...keys },
    /^Redis at no-such-host\.invalid.* does not answer/,
  ],
  [
    { DATABASE_URL: 'mssql://sa:secret@127.0.0.1:1/doable' },
    /^The database at 127\.0\.0\.1:1\/doable does not/,
  ],
  [
    { DATABASE_URL: 'mssql://sa:secret@no-such-host.invalid/doable' },
    /^The database at no-such-host\.invalid/,
  ],
])('%j ends a process in one sentence', async (env, sentence) => {
  const { code, err } = await start(env)
  expect(err).toMatch(/^[^\n]+\.\n$/)
  expect(err).toMatch(sentence)
  expect(err).not.toContain('secret')
  expect(code).toBe(1)
})
