import { platform } from 'node:os'
import { databaseOf } from '@doable/service-kit/test-database'
import { expect, test } from 'vitest'
import { freePort, remove, startServer } from '../support/server.ts'
import { guides } from './steps.ts'
import { follow } from './terminal.ts'
import { wrongTypes } from './types.ts'

/** A Doable as guides assume it, and what the reader's terminal knows of it. */
async function house() {
  const metricsPort = String(await freePort())
  const env = { METRICS_PORT: metricsPort, OUTBOUND_ALLOW: '127.0.0.1' }
  const server = await startServer({ arguments: ['--demo'], env })
  const terminal = {
    URL: server.url,
    PORT: String(server.port),
    METRICS_PORT: metricsPort,
    DATA_DIR: server.data,
    DATABASE_URL: (await databaseOf(server.data)).url,
  }
  const leave = async () => {
    await server.stop()
    await remove(server.data)
  }
  return { terminal, leave }
}

test('the examples in TypeScript have right types', () => {
  expect(wrongTypes(guides)).toBe('')
})

// What guides say is for a shell of Linux or macOS.
test.skipIf(platform() === 'win32').each(guides)(
  '$path can be followed',
  { timeout: 600_000 },
  async ({ steps }) => {
    const { terminal, leave } = await house()
    const wrong = await follow(steps, terminal).finally(leave)
    expect(wrong.join('\n\n')).toBe('')
  },
)
