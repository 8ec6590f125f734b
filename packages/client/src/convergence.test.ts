import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Store } from './store.ts'
import { settled, world } from './world.testing.ts'

/** Picks one of the tasks there are, by a number. */
const pick = (store: Store, n: number) => {
  const ids = [...store.getSnapshot().tasks.keys()]
  return ids.length === 0 ? [] : [ids[n % ids.length] as string]
}
const deeds: Record<string, (store: Store, n: number) => unknown> = {
  add: (store, n) => store.addTask({ title: `Task ${n}` }),
  addBelow: (store, n) => store.addTask({ title: `Below ${n}`, parentId: pick(store, n)[0] ?? null }),
  rename: (store, n) => store.updateTasks(pick(store, n), { title: `Name ${n}` }),
  prioritise: (store, n) => store.updateTasks(pick(store, n), { priority: 1 + (n % 4) }),
  complete: (store, n) => store.completeTasks(pick(store, n)),
  reopen: (store, n) => store.reopenTasks(pick(store, n)),
  trash: (store, n) => store.trashTasks(pick(store, n)),
  restore: (store, n) => store.restoreTasks(pick(store, n)),
  move: (store, n) => store.moveTasks(pick(store, n), { parentId: null, before: pick(store, n + 1)[0] }),
  indent: (store, n) => store.moveTasks(pick(store, n), { parentId: pick(store, n + 1)[0] ?? null }),
  undo: (store) => store.undo(),
  redo: (store) => store.redo(),
}
const deed = fc.record({
  device: fc.integer({ min: 0, max: 1 }),
  verb: fc.constantFrom(...Object.keys(deeds)),
  n: fc.nat(20),
  pause: fc.boolean(),
})

test('two devices, two tabs and a network that loses requests and answers end up with the same', async () => {
  const run = async (
    all: { device: number; verb: string; n: number; pause: boolean }[],
    losses: boolean[],
  ) => {
    const { server, open } = world()
    const [one, two, tab] = [await open(), await open({ name: `other-${crypto.randomUUID()}` }), await open()]
    let at = 0
    const lose = () => {
      if (losses[at++]) throw new TypeError('lost')
    }
    server.onRequest = lose
    server.onAnswer = lose
    for (const { device, verb, n, pause } of all) {
      deeds[verb]?.([one, two][device] as Store, n)
      if (pause) await new Promise((resolve) => setTimeout(resolve))
    }
    await Promise.all([one, two, tab].map(settled))
    server.say('changed', { lists: [], own: true })
    const rows = (tasks: ReadonlyMap<string, object>) => [...tasks].sort(([a], [b]) => (a < b ? -1 : 1))
    await vi.waitFor(() => {
      for (const store of [one, two, tab]) {
        expect(rows(store.getSnapshot().tasks)).toEqual(rows(server.rows.tasks))
      }
    })
    for (const store of [one, two, tab]) store.stop()
  }
  const cases = fc.asyncProperty(
    fc.array(deed, { maxLength: 20 }),
    fc.array(fc.boolean(), { maxLength: 12 }),
    run,
  )
  await fc.assert(cases, { numRuns: 25 })
})
