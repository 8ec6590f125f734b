import type { Operation } from '@doable/contracts/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deltaOf } from './delta.ts'
import type { Act } from './inverse.ts'
import { TestServer } from './server.testing.ts'
import { State } from './state.ts'
import { operation } from './world.testing.ts'

const ids = Array.from({ length: 6 }, (_, n) => `01900000-0000-7000-8000-00000000000${n}`)
const me = '01900000-0000-7000-8000-0000000000ff'
const id = fc.constantFrom(...ids)
const other = fc.option(id, { nil: null })
const verb = fc.constantFrom('complete', 'reopen', 'trash', 'restore', 'purge')
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    arbitrary: id.map((subjectId): Act => ({ type: 'task.create', subjectId, fields: { title: 'New' } })),
    weight: 3,
  },
  fc.tuple(id, other, fc.string({ maxLength: 2 })).map(
    ([subjectId, parentId, title]): Act => ({
      type: 'task.update',
      subjectId,
      fields: { parentId, title },
    }),
  ),
  fc.tuple(id, verb).map(([subjectId, each]) => ({ type: `task.${each}`, subjectId }) as Act),
  id.map(
    (subjectId): Act => ({ type: 'label.create', subjectId, fields: { name: subjectId, color: 'red' } }),
  ),
)
/** A person does something, the server answers so many operations, or somebody else does something. */
const event = fc.oneof(
  { arbitrary: act.map((done) => ({ mine: done })), weight: 4 },
  fc.record({ answered: fc.integer({ min: 1, max: 4 }), refused: fc.boolean() }),
  act.map((done) => ({ theirs: done })),
)

const rows = (state: State) =>
  JSON.stringify(
    [...state.shown.tasks.values(), ...state.shown.labels.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  )

test('what is shown is always what is confirmed with the queue on top, however it came about', async () => {
  const run = async (events: (typeof event extends fc.Arbitrary<infer E> ? E : never)[]) => {
    const server = new TestServer(me)
    const device = server.transport()
    const { signal } = new AbortController()
    const state = new State(me)
    let cursor: string | undefined
    const pull = async () => {
      const page = await device.pull(cursor, signal)
      cursor = page.cursor
      return deltaOf(state.confirmed, page)
    }
    for (const each of events) {
      const before = state.shown
      if ('mine' in each) state.enqueue([{ operation: operation(each.mine) }])
      else if ('theirs' in each) {
        server.do(operation(each.theirs))
        state.settle(await pull())
      } else {
        const sent: Operation[] = state.queue.slice(0, each.answered).map((entry) => entry.operation)
        server.refuse = () => (each.refused ? { type: 'about:blank', title: 'No', status: 422 } : undefined)
        await device.push(sent, signal)
        state.settle(
          await pull(),
          sent.map((one) => one.id),
        )
      }
      const fresh = new State(me)
      fresh.load(structuredClone(state.confirmed), [...state.queue])
      expect(rows(state)).toBe(rows(fresh))
      for (const [taskId, task] of state.shown.tasks) {
        const former = before.tasks.get(taskId)
        if (former && JSON.stringify(former) === JSON.stringify(task)) expect(former).toBe(task)
      }
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 30 }), run), { numRuns: 300 })
})
