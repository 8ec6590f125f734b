import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteService } from '../../fixtures/note/service.ts'
import { freePort } from '../../fixtures/redis-server.ts'
import { startServices, type TestApp, TestClock } from '../testing.ts'

const clock = new TestClock()
let running: TestApp
let port: number
beforeAll(async () => {
  port = await freePort()
  running = await startServices([noteService], { clock, env: { METRICS_PORT: String(port) } })
})
afterAll(() => running.stop())

const told = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
/** The value of a series, by its name and labels as they are written. */
const seriesOf = (text: string, series: string) => {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

test('requests are counted by pattern and status, and nothing of what was asked is told', async () => {
  const payload = { personId: uuidv7() }
  const { secret } = (await running.app.inject({ method: 'POST', url: '/api/notes/session', payload })).json()
  const ask = (url: string, cookies?: { sid: string }) =>
    running.app.inject({ url, ...(cookies && { cookies }) })
  await ask('/api/notes?search=secretword', { sid: secret })
  await ask('/api/notes?search=secretword')
  await ask('/secretpath')
  const text = await told()
  const count = (route: string, status: number) =>
    seriesOf(
      text,
      `doable_http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"}`,
    )
  expect([count('/api/notes', 200), count('/api/notes', 401), count('none', 404)]).toEqual([1, 1, 1])
  expect(text).not.toContain('secret')
  expect(text).not.toContain(payload.personId)
})

test('statements, the outbox, open browsers, the process and its version are told', async () => {
  const text = await told()
  expect(seriesOf(text, 'doable_sql_duration_seconds_count')).toBeGreaterThan(0)
  expect(seriesOf(text, 'doable_outbox_events{service="note"}')).toBe(0)
  expect(seriesOf(text, 'doable_outbox_age_seconds{service="note"}')).toBe(0)
  expect(seriesOf(text, 'doable_live_clients')).toBe(0)
  expect(seriesOf(text, 'doable_sql_connection_wait_seconds_count')).toBeGreaterThan(0)
  expect(seriesOf(text, 'doable_events_put_aside')).toBe(0)
  expect(seriesOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e7)
  expect(text).toMatch(/^doable_build_info\{version="[^"]+",services="note",node="v\d+/m)
})

test('sessions, the disk of the data and the last backup are told', async () => {
  const before = seriesOf(await told(), 'doable_sessions') ?? 0
  expect(seriesOf(await told(), 'doable_backup_last_success_timestamp_seconds')).toBe(0)
  await running.app.inject({ method: 'POST', url: '/api/notes/session', payload: { personId: uuidv7() } })
  expect(seriesOf(await told(), 'doable_sessions')).toBe(before)
  clock.advance(60_000)
  await writeFile(join(running.dataDir, 'last-backup.json'), '{ "at": "2026-11-22T03:00:00Z" }')
  const text = await told()
  expect(seriesOf(text, 'doable_sessions')).toBe(before + 1)
  const at = Date.parse('2026-11-22T03:00:00Z') / 1000
  expect(seriesOf(text, 'doable_backup_last_success_timestamp_seconds')).toBe(at)
  const size = seriesOf(text, 'doable_disk_size_bytes') ?? 0
  expect(seriesOf(text, 'doable_disk_free_bytes')).toBeLessThanOrEqual(size)
  expect(size).toBeGreaterThan(1e6)
})

test('names follow the conventions: a prefix, a unit in the plural, _total for what only grows', async () => {
  const kinds = [...(await told()).matchAll(/^# TYPE (doable_\w+) (\w+)$/gm)]
  expect(kinds.length).toBeGreaterThan(5)
  for (const [, name = '', kind] of kinds) {
    expect(name.endsWith('_total'), name).toBe(kind === 'counter')
    if (kind === 'histogram') expect(name).toMatch(/_(seconds|bytes|operations|rows)$/)
  }
})

test('the people who use it cannot reach it', async () => {
  expect((await running.app.inject('/metrics')).statusCode).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/api/notes`)).status).toBe(404)
})
