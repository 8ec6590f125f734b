import type { Sequelize } from 'sequelize'
import { describe, expect, test } from 'vitest'
import { noteService } from '../fixtures/note/service.ts'
import { sessionsConform, signInAt, statusAt } from '../fixtures/sessions.conformance.ts'
import { openDatabase } from './database.ts'
import { deviceName } from './device.ts'
import { databaseOf } from './test-database.ts'
import { startServices, TestClock } from './testing.ts'

const day = 24 * 60 * 60 * 1000

/** Looks into the database past the service. */
async function past<T>(dataDir: string, work: (db: Sequelize) => Promise<T>): Promise<T> {
  const db = await openDatabase((await databaseOf(dataDir)).url)
  return work(db).finally(() => db.close())
}

const rows = (dataDir: string, sql: string, ...bind: string[]) =>
  past(dataDir, async (db) => (await db.query(sql, { bind }))[0] as Record<string, unknown>[])

describe('in the database', () => {
  sessionsConform({
    env: () => ({}),
    dump: async (dataDir) => JSON.stringify(await rows(dataDir, 'SELECT * FROM Sessions')),
    rename: async (dataDir, personId) =>
      void (await rows(dataDir, 'UPDATE "Sessions" SET "personId" = $1', personId)),
    copy: async (dataDir, from, to) => {
      const rest = 'personId, token, agent, device, address, createdAt, lastSeenAt, expiresAt'
      // The id stays the one that was signed; the row it came from is moved out of the way of the unique index.
      const moved = `INSERT INTO "Sessions" (hash, id, ${rest}) SELECT $1, 'aside', ${rest} FROM "Sessions"`
      await rows(dataDir, moved, to)
      await past(dataDir, (db) => db.getQueryInterface().removeIndex('Sessions', 'Sessions_id'))
      const same = '(SELECT id FROM "Sessions" WHERE hash = $1)'
      await rows(dataDir, `UPDATE "Sessions" SET id = ${same} WHERE hash = $2`, from, to)
    },
  })

  test('use is written down at most once a minute', async () => {
    const clock = new TestClock()
    const running = await startServices([noteService], { clock })
    const { secret } = await signInAt(running)
    const seen = async () =>
      String((await rows(running.dataDir, 'SELECT "lastSeenAt" FROM "Sessions"'))[0]?.lastSeenAt)
    const first = await seen()
    clock.advance(59_000)
    await statusAt(running, secret)
    expect(await seen()).toBe(first)
    clock.advance(2_000)
    await statusAt(running, secret)
    expect(await seen()).not.toBe(first)
    await running.stop()
  })

  test('what has ended is forgotten', async () => {
    const clock = new TestClock()
    const running = await startServices([noteService], { clock })
    await signInAt(running)
    clock.advance(15 * day)
    const { secret } = await signInAt(running)
    expect(await running.app.sessions.purge()).toBe(1)
    expect(await statusAt(running, secret)).toBe(200)
    await running.stop()
  })
})

test.each([
  ['', 'Unknown device'],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15', 'Safari on macOS'],
])('%j is shown as %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name)
})
