import type { Operation } from '@doable/contracts/sync'
import { newId } from '@doable/domain/ids'
import { onTestFinished, vi } from 'vitest'
import type { StoreOptions } from './core.ts'
import type { Act } from './inverse.ts'
import { TestServer } from './server.testing.ts'
import { Store } from './store.ts'

export const at = '2026-06-01T10:00:00.000Z'
export const operation = (act: Act): Operation => ({ ...act, id: newId(), at }) as Operation
export const creation = (title: string, subjectId = newId(), fields: object = {}): Operation =>
  operation({ type: 'task.create', subjectId, fields: { title, ...fields } })

/** A server, a person, and as many tabs of one browser as a test opens; they close when it ends. */
export function world({ tasks = 0 } = {}) {
  const personId = newId()
  const server = new TestServer(personId)
  for (let n = 0; n < tasks; n++) server.do(creation(`Task ${n}`))
  const stores: Store[] = []
  const open = async (options: Partial<StoreOptions> = {}): Promise<Store> => {
    const store = new Store({ personId, transport: server.transport(), random: () => 0, ...options })
    stores.push(store)
    await store.start()
    return store
  }
  onTestFinished(() => {
    for (const store of stores) store.stop()
  })
  return { personId, server, open }
}

/** Sent and answered, and nothing under way. */
export const settled = (store: Store): Promise<void> =>
  vi.waitFor(() => {
    const { status, pending, loaded } = store.getSnapshot()
    if (status !== 'idle' || pending > 0 || !loaded) throw new Error(`${status}, ${pending} pending`)
  }, 5000)

export const titles = (store: Store): string[] =>
  [...store.getSnapshot().tasks.values()].map(({ title }) => title).sort()
