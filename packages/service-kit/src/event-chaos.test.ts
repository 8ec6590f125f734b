import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { DataTypes, QueryTypes, type Sequelize } from 'sequelize'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RedisServer, startRedis } from '../fixtures/redis-server.ts'
import { openDatabase } from './database.ts'
import { addEventTraces, createEventTables } from './event-tables.ts'
import { databaseOf, removeDatabase } from './test-database.ts'
import { until } from './testing.ts'

const program = fileURLToPath(new URL('../fixtures/programs/event-replica.ts', import.meta.url))
const roles = ['giver', 'giver', 'one', 'one', 'two', 'two']
const givers = 2
const scopes = 12
const kills = 20

let folder: string
let redis: RedisServer
let db: Sequelize
let url: string
const running = new Set<ChildProcess>()
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doable-chaos-'))
  redis = await startRedis()
  url = (await databaseOf(folder)).url
  db = await openDatabase(url)
  await createTables()
})
afterEach(async () => {
  for (const child of running) await end(child, 'SIGKILL')
  await db.close()
  await removeDatabase(folder)
  await redis.stop()
  await rm(folder, { recursive: true, force: true })
})

async function createTables(): Promise<void> {
  const q = db.getQueryInterface()
  for (const name of new Set(roles)) {
    await createEventTables(q, name)
    await addEventTraces(q, name)
  }
  const id = { type: DataTypes.STRING(36), primaryKey: true, allowNull: false }
  const number = { type: DataTypes.INTEGER, allowNull: false }
  await q.createTable('Scopes', { id, n: number })
  await q.bulkInsert(
    'Scopes',
    Array.from({ length: scopes }, (_, n) => ({ id: `scope-${n}`, n: 0 })),
  )
  const [grp, scope] = [DataTypes.STRING(8), DataTypes.STRING(36)]
  await q.createTable('Effects', {
    id: { ...number, primaryKey: true, autoIncrement: true },
    grp,
    scope,
    n: number,
  })
}

type Replica = { child: ChildProcess; ready: Promise<void>; isReady: boolean }
function startOne(role: string): Replica {
  const args = [program, role, url, redis.url, String(scopes)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  const said = Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const ready = said.then(() => {
    replica.isReady = true
  })
  const replica: Replica = { child, isReady: false, ready }
  return replica
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  running.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** Numbers that look random and come again with the same seed (mulberry32). */
function randomFrom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * most)
  }
}

const all = <T extends object>(sql: string, bind = {}) => db.query<T>(sql, { bind, type: QueryTypes.SELECT })
const one = async (sql: string) => Number((await all<{ n: number | null }>(sql))[0]?.n ?? 0)
const effects = () => one('SELECT MAX(id) AS n FROM "Effects"')
const given = () => one('SELECT SUM(n) AS n FROM "Scopes"')
const count = () => one('SELECT COUNT(*) AS n FROM "Effects"')
const unsent = () => one('SELECT COUNT(*) AS n FROM "GiverEvents" WHERE "publishedAt" IS NULL')
const moreThan = (before: number, what: string) => until(async () => (await effects()) > before, what, 3000)

async function giveNoMore({ child, ready }: Replica): Promise<void> {
  await ready
  const silent = once(child.stdout as Readable, 'data')
  child.kill('SIGUSR2')
  await silent
}

/** What a group got of each scope, in the order in which it got it. */
async function got(group: string) {
  const mine = 'SELECT scope, n FROM "Effects" WHERE grp = $group ORDER BY id'
  const rows = await all<{ scope: string; n: number }>(mine, { group })
  const scopesOf = Map.groupBy(rows, ({ scope }) => scope)
  return new Map([...scopesOf].map(([scope, mine]) => [scope, mine.map(({ n }) => n)]))
}

/** What it should be: every scope counted from one to where it stands. */
async function counted() {
  const rows = await all<{ id: string; n: number }>('SELECT id, n FROM "Scopes" WHERE n > 0')
  return new Map(rows.map(({ id, n }) => [id, Array.from({ length: Number(n) }, (_, at) => at + 1)]))
}

test('kills of givers, takers and Redis lose no event, double no effect and keep the order of each scope', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const replicas = roles.map(startOne)
  await moreThan(0, 'the first effect')
  for (let n = 1; n <= kills; n += 1) {
    await moreThan((await effects()) + random(40), 'effects to go on')
    await Promise.race(replicas.map(({ ready }) => ready))
    const able = [...replicas.keys()].filter((at) => replicas[at]?.isReady)
    const victim = able[random(able.length)] ?? 0
    await end((replicas[victim] as Replica).child, 'SIGKILL')
    if (n % 8 === 0) {
      await redis.kill()
      await redis.start()
    }
    replicas[victim] = startOne(roles[victim] as string)
  }
  await Promise.all(replicas.slice(0, givers).map(giveNoMore))
  const total = await given()
  const arrived = async () => (await unsent()) === 0 && (await count()) >= 2 * total
  await until(arrived, `every effect of seed ${seed}`, 3000)
  await Promise.all(replicas.map(({ child }) => end(child, 'SIGTERM')))
  for (const group of ['one', 'two'])
    expect(await got(group), `${group}, seed ${seed}`).toEqual(await counted())
  console.log(`${total} events, ${kills} kills of processes, ${Math.floor(kills / 8)} of Redis`)
}, 300_000)
