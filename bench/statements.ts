import { openHouse } from '../services/task/fixtures/house.ts'
import { type Kind, kinds, mix } from './fleet-mix.ts'
import type { Figure } from './measure.ts'

/** What each request of the mix asks of the database. The session is one more here, and comes from Redis in a fleet. */
export async function statements(): Promise<Figure[]> {
  const house = await openHouse()
  const ada = await house.person()
  for (let n = 0; n < 50; n += 1) await ada.task({})
  const task = await ada.task({})
  const { cursor } = await ada.pull()
  const work: Record<Kind, () => Promise<unknown>> = {
    list: () => ada.ok('GET', `/api/tasks?listId=${ada.id}&limit=50`),
    'one task': () => ada.ok('GET', `/api/tasks/${task.id}`),
    'sync pull': () => ada.pull(cursor),
    create: () => ada.task({}),
    complete: () => ada.ok('POST', `/api/tasks/${task.id}/complete`),
  }
  const figures: Figure[] = []
  let all = 0
  for (const kind of kinds) {
    const cost = await house.cost(work[kind])
    all += (cost + 1) * (mix[kind] / 100)
    figures.push({ name: `statements of ${kind}`, value: cost, unit: 'SQL' })
  }
  await house.stop()
  const name = 'statements of a request of the mix on average, with that for its session'
  return [...figures, { name, value: all, unit: 'SQL', goal: '4' }]
}
