import { afterEach, expect, test } from 'vitest'
import { startServices, type TestApp } from './testing.ts'

let running: TestApp
afterEach(() => running.stop())

const start = async (TRUSTED_PROXIES: string) => {
  running = await startServices([], { env: { LOG_LEVEL: 'silent', TRUSTED_PROXIES } })
}
const idFor = async (given: string, remoteAddress: string) => {
  const headers = { 'x-request-id': given }
  const answer = await running.app.inject({ url: '/health/live', headers, remoteAddress })
  return answer.headers['x-request-id']
}
const ours = /^[0-9a-f]{8}-[0-9a-f]{4}-7/
const given = '4f1c9a0e5d3b4c55a0f0b1e2d3c4b5a6'

test('the id that a trusted proxy gave is kept', async () => {
  await start('127.0.0.1, 10.0.0.0/8, fd00::/8')
  for (const proxy of ['127.0.0.1', '10.1.2.3', '::ffff:10.1.2.3', 'fd00::1'])
    expect([proxy, await idFor(given, proxy)]).toEqual([proxy, given])
})

test('nobody else chooses an id, and none that is not one', async () => {
  await start('10.0.0.0/8')
  for (const other of ['11.0.0.1', '127.0.0.1', '::1', '::ffff:11.0.0.1'])
    expect(await idFor(given, other)).toMatch(ours)
  for (const wrong of ['short', 'x'.repeat(65), 'two words of it', ''])
    expect(await idFor(wrong, '10.0.0.1')).toMatch(ours)
})

test('where no proxy is trusted, every id is new', async () => {
  await start('')
  expect(await idFor(given, '127.0.0.1')).toMatch(ours)
})
