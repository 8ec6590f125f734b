import { expect, test } from 'vitest'
import { chaos } from './chaos.ts'

test('kills of workers and providers that fail lose no reminder and double none', async () => {
  const size = { people: 3, tasks: 20, apartMinutes: 1 }
  const pace = { speed: 20, killEveryMs: 2_000, mostKills: 8, limitSeconds: 400 }
  const ran = await chaos({ ...size, ...pace })
  console.log(JSON.stringify(ran))
  expect(ran).toMatchObject({ reminders: 300, external: 400, waiting: 0, lost: 0, doubled: 0 })
  expect(ran.kills).toBeGreaterThan(2)
  expect(ran.failed).toBeGreaterThan(50)
  expect(ran.repeats).toBeGreaterThan(10)
}, 600_000)
