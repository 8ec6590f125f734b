import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsIn, schemaOf, startCommand } from '../support/db-command.ts'
import { type Filled, fill } from '../support/fill.ts'
import { password, request } from '../support/person.ts'
import { dataFolder, remove, type Server, startServer } from '../support/server.ts'
import { startSmsGateway } from '../support/sms-gateway.ts'

const sms = await startSmsGateway()
const env = { ...sms.env, OUTBOUND_ALLOW: '127.0.0.1/32' }
let data: string
let server: Server
let filled: Filled
const file = (name = 'doable.db') => join(data, name)
const run = (...words: string[]) => startCommand(data, words).ended
const start = async () => {
  server = await startServer({ data, file: true, env })
}
beforeAll(async () => {
  data = await dataFolder()
  await start()
  filled = await fill(server.url)
})
afterAll(async () => {
  await server.stop()
  await sms.stop()
  await remove(data)
})

/** Everything that people did has reached those who are told of it. */
async function untilQuiet(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1, await wait(100)) {
    const { UserEvents = [], TaskEvents = [], NotificationEvents = [] } = rowsIn(file())
    const events = [...UserEvents, ...TaskEvents, ...NotificationEvents]
    if (events.every(({ publishedAt }) => publishedAt !== null)) return
  }
  throw new Error('events stay')
}

/** Lately published events go out once more; whoever has dealt with them deals with none twice. */
const unpublished = (rows: Record<string, Record<string, unknown>[]>) =>
  Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [table, all.map((row) => ({ ...row, publishedAt: null }))]),
  )

const mayBeEmpty = /Seeds$|^(NotificationEvents|UserHandledEvents|TaskHandledEvents)$/

test('what was wiped comes back row by row, everybody signs in anew, and devices begin anew', async () => {
  await untilQuiet()
  const { ada } = filled
  const { cursor } = (await (await ada.call('GET', '/api/sync/pull')).json()) as { cursor: string }
  await server.stop()
  copyFileSync(file(), file('reference.db'))
  expect(await run('backup', 'a.backup')).toMatchObject({ code: 0 })
  const { at } = JSON.parse(readFileSync(file('last-backup.json'), 'utf8')) as { at: string }
  expect(Date.now() - Date.parse(at)).toBeLessThan(3_600_000)
  rmSync(file())
  expect(await run('restore', 'a.backup')).toMatchObject({ code: 0 })
  const { Histories: before = [], ...reference } = rowsIn(file('reference.db'))
  const { Histories: after = [], ...restored } = rowsIn(file())
  expect(unpublished(restored)).toEqual(unpublished(reference))
  expect(after).toHaveLength(before.length + 1)
  for (const [table, rows] of Object.entries(reference))
    if (!mayBeEmpty.test(table)) expect([table, rows.length > 0]).toEqual([table, true])
  expect(schemaOf(file())).toEqual(schemaOf(file('reference.db')))
  await start()
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  expect((await request(server.url, 'GET', '/api/me', undefined, bearer(ada.token))).status).toBe(401)
  const again = await request(server.url, 'POST', '/api/session', { email: ada.email, password })
  const { token } = (await again.json()) as { token: string }
  const pulled = await request(server.url, 'GET', `/api/sync/pull?cursor=${cursor}`, undefined, bearer(token))
  expect([pulled.status, (await pulled.json()).type]).toEqual([400, '/problems/bad-cursor'])
  expect((await request(server.url, 'GET', '/api/sync/pull', undefined, bearer(token))).status).toBe(200)
})

test('a backup that is made while people write is of one moment', async () => {
  const { email } = filled.ada
  const signedIn = await request(server.url, 'POST', '/api/session', { email, password })
  const { token } = (await signedIn.json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  let made = 0
  let over = false
  const write = async () => {
    while (!over) {
      const answer = await request(server.url, 'POST', '/api/tasks', { title: `n${made}` }, headers)
      expect(answer.status).toBe(201)
      made += 1
    }
  }
  const writers = [write(), write()]
  const before = made
  expect(await run('backup', 'b.backup')).toMatchObject({ code: 0 })
  over = true
  await Promise.all(writers)
  expect(made - before).toBeGreaterThan(0)
  await server.stop()
  expect(await run('restore', 'b.backup')).toMatchObject({ code: 0 })
  const { Tasks = [], TaskEvents = [] } = rowsIn(file())
  // A task and the event that tells of it are written together.
  const told = new Set(TaskEvents.map(({ subjectId }) => subjectId))
  const written = new Set(Tasks.filter(({ title }) => /^n\d/.test(String(title))).map(({ id }) => id))
  expect([...written].filter((id) => !told.has(id))).toEqual([])
  await start()
})

test('nothing is restored while Doable runs on the database', async () => {
  const refused = await run('restore', 'a.backup')
  expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/Doable is running on .*doable\.db/) })
  expect((await request(server.url, 'GET', '/health/ready')).status).toBe(200)
})
