import { setTimeout as wait } from 'node:timers/promises'
import { until } from '../tests/fleet/fleet.ts'
import type { Person } from '../tests/support/person.ts'
import type { Client } from './live-client.ts'
import type { Figure } from './measure.ts'

const changes = 10
const limitSeconds = 120

/**
 * The server is killed under its open clients, and one person goes on changing things as soon as it is back, while the
 * others are still on their way: what each of them lacks in the end.
 */
export async function comingBack(
  restart: () => Promise<void>,
  owner: Person,
  listId: string,
  all: Client[],
): Promise<Figure[]> {
  for (const client of all) await client.keepUp()
  await restart()
  const from = performance.now()
  const made: string[] = []
  for (let n = 0; n < changes; n += 1) {
    const answer = await owner.call('POST', '/api/tasks', { title: 'Order the cake', listId })
    made.push(((await answer.json()) as { id: string }).id)
    await wait(100)
  }
  const lacking = () => all.reduce((sum, { tasks }) => sum + made.filter((id) => !tasks.has(id)).length, 0)
  const seconds = () => (performance.now() - from) / 1000
  await until(() => lacking() === 0 || seconds() > limitSeconds, 2 * limitSeconds)
  const what = `${all.length} clients of a server that is killed and comes back`
  return [
    { name: `${what}: changes that one of them lacks in the end`, value: lacking(), unit: '', goal: '0' },
    { name: `${what}: until all have all`, value: seconds(), unit: 's' },
  ]
}
