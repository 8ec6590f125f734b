import { addDays } from '@doable/domain/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kinds } from './kinds.ts'
import type { Store } from './store.ts'
import { settled, world } from './world.testing.ts'

const tasks = (store: Store) =>
  [...store.getSnapshot().tasks.values()].filter(({ trashedAt }) => trashedAt === null)
/** Picks one of what there is, by a number. */
const one = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]
const pick = (store: Store, n: number): string[] => [one(tasks(store), n)?.id ?? []].flat()
/** What something may be put below: also what is done, and what repeats. */
const parent = (store: Store, n: number): string | null => one(tasks(store), n)?.id ?? null
/** Several at once, as one picks rows. */
const some = (store: Store, n: number) => [
  ...new Set([...pick(store, n), ...pick(store, n * 7 + 1), ...pick(store, n * 13 + 2)]),
]
/** Also what went into the trash along with its parent. */
const trashed = (store: Store, n: number): string[] => {
  const all = [...store.getSnapshot().tasks.values()].filter(({ trashedAt }) => trashedAt !== null)
  return [...new Set([one(all, n)?.id ?? [], one(all, n * 3 + 1)?.id ?? []].flat())]
}
/**
 * A day on which no rule has counted yet: an occurrence that is completed a second time, after a new rule has led back to
 * it, has one record all the same, and that of the first time is not brought back.
 */
const freshDay = (store: Store) => {
  const { tasks, completions } = store.getSnapshot()
  const counted = [...tasks.values(), ...completions.values()].flatMap(
    ({ occurrenceOn }) => occurrenceOn ?? [],
  )
  return addDays(counted.sort().at(-1) ?? '2026-06-01', 400)
}
const own = (rows: ReadonlyMap<string, { id: string }>, n: number, not = '') =>
  one(
    [...rows.keys()].filter((id) => id !== not),
    n,
  ) ?? ''
const days = ['2026-06-01', '2026-06-02', '2026-07-15', null]

type Deed = (store: Store, n: number) => unknown
const deeds: Record<string, Deed> = {
  addTasks: (store, n) =>
    store.addTasks([{ title: `A ${n}` }, { title: `B ${n}`, parentId: parent(store, n) }]),
  rename: (store, n) => store.updateTasks(pick(store, n), { title: `Name ${n}`, notes: `Notes ${n}` }),
  plan: (store, n) =>
    store.updateTasks(some(store, n), { dueOn: one(days, n) ?? null, priority: 1 + (n % 4) }),
  time: (store, n) =>
    store.updateTasks(pick(store, n), { dueOn: '2026-06-03', dueTime: '09:00', dueTimeZone: 'Asia/Tokyo' }),
  label: (store, n) => store.updateTasks(some(store, n), { labels: n % 3 ? [`l${n % 5}`] : [] }),
  repeat: (store, n) =>
    store.updateTasks(some(store, n), {
      dueOn: freshDay(store),
      repeatRule: n % 2 ? 'FREQ=DAILY' : 'FREQ=WEEKLY;COUNT=3',
    }),
  stop: (store, n) => store.updateTasks(pick(store, n), { repeatRule: null }),
  complete: (store, n) => store.completeTasks(some(store, n)),
  skip: (store, n) => store.skipTasks(some(store, n)),
  takeBack: (store, n) => {
    const { completions } = store.getSnapshot()
    const made = one(
      [...completions.values()].filter((each) => each.undoneAt === null && each.taskId === each.seriesId),
      n,
    )
    if (made) store.uncompleteTask(made.taskId, made.occurrenceOn)
  },
  end: (store, n) => store.endTasks(some(store, n)),
  detach: (store, n) => pick(store, n).map((id) => store.detachTask(id)),
  reopen: (store, n) => store.reopenTasks(some(store, n)),
  trash: (store, n) => store.trashTasks(some(store, n)),
  restore: (store, n) => store.restoreTasks(trashed(store, n)),
  move: (store, n) => store.moveTasks(some(store, n), { listId: own(store.getSnapshot().lists, n) }),
  indent: (store, n) => store.moveTasks(pick(store, n), { parentId: parent(store, n + 1) }),
  order: (store, n) => store.moveTasks(pick(store, n), { parentId: null, before: pick(store, n + 1)[0] }),
  addList: (store, n) => store.addList({ name: `List ${n}` }),
  changeList: (store, n) =>
    store.updateList(own(store.getSnapshot().lists, n, store.personId), {
      name: `L ${n}`,
      archived: n % 2 === 0,
    }),
  trashList: (store, n) => store.trashList(own(store.getSnapshot().lists, n, store.personId)),
  restoreList: (store, n) => store.restoreList(own(store.getSnapshot().lists, n, store.personId)),
  addSection: (store, n) => store.addSection({ listId: own(store.getSnapshot().lists, n), name: `S ${n}` }),
  trashSection: (store, n) => store.trashSection(own(store.getSnapshot().sections, n)),
  addLabel: (store, n) => store.addLabel({ name: `l${n % 5}` }),
  renameLabel: (store, n) =>
    store.updateLabel(own(store.getSnapshot().labels, n), { name: `new ${tasks(store).length} ${n}` }),
  addFilter: (store, n) => store.addFilter({ name: `f${n}`, query: 'today' }),
  changeFilter: (store, n) =>
    store.updateFilter(own(store.getSnapshot().filters, n), { name: `F ${n}`, favorite: n % 2 === 0 }),
  trashFilter: (store, n) => store.trashFilter(own(store.getSnapshot().filters, n)),
  restoreFilter: (store, n) => store.restoreFilter(own(store.getSnapshot().filters, n)),
  say: (store, n) => pick(store, n).map((id) => store.addComment(id, `Said ${n}`)),
  rewrite: (store, n) => store.updateComment(own(store.getSnapshot().comments, n), `Rewritten ${n}`),
  unsay: (store, n) => store.trashComment(own(store.getSnapshot().comments, n)),
  sayAgain: (store, n) => store.restoreComment(own(store.getSnapshot().comments, n)),
}

/** All that is a step; how pages are looked at is none. Moments are made anew by doing something again; that it is so counts. */
const moments = ['completedAt', 'archivedAt', 'trashedAt']
const unseen = ['updatedAt', 'createdAt', 'editedAt', 'completedBy', 'version', 'before', 'after', 'doneOn']

/** All that a person could see: what is in the trash by its id, and nothing of what was made and thrown away since. */
function seen(store: Store, known: ReadonlySet<string>) {
  const view = store.getSnapshot()
  const rows = kinds.flatMap((kind) =>
    [...view[kind].values()].map((row) => ({ kind, ...row }) as Record<string, unknown>),
  )
  return rows
    .filter((row) => known.has(String(row.id)) || (row.trashedAt ?? row.undoneAt ?? null) === null)
    .filter(({ undoneAt }) => (undoneAt ?? null) === null)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([name]) => !unseen.includes(name))
          .map(([name, value]) => [name, moments.includes(name) ? value !== null : value]),
      ),
    )
    .sort((a, b) => (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1))
}
const idsOf = (store: Store) => new Set(kinds.flatMap((kind) => [...store.getSnapshot()[kind].keys()]))

const deed = fc.record({ verb: fc.constantFrom(...Object.keys(deeds)), n: fc.nat(50) })

test('whatever was done, undoing all of it is the start, and doing it again the end', async () => {
  const run = async (all: { verb: string; n: number }[]) => {
    const { open } = world()
    let now = Date.parse('2026-06-01T10:00:00.000Z')
    const clock = () => {
      now += 1000
      return new Date(now)
    }
    const store = await open({ clock, timeZone: () => 'UTC' })
    await settled(store)
    const [first, second] = store.addTasks([
      { title: 'One' },
      { title: 'Two', dueOn: '2026-06-01', repeatRule: 'FREQ=DAILY' },
    ])
    const below = store.addTask({ title: 'Below', parentId: first ?? null })
    store.addTask({ title: 'Further below', parentId: below })
    store.addTask({ title: 'Below what repeats', parentId: second ?? null, dueOn: '2026-06-02' })
    store.trashTasks([store.addTask({ title: 'Trashed' })])
    store.addComment(first as string, 'Hello')
    const begun = idsOf(store)
    const before = seen(store, begun)
    let steps = 0
    for (const { verb, n } of all) {
      const last = store.lastStep
      deeds[verb]?.(store, n)
      if (store.lastStep !== last) steps++
    }
    const ended = idsOf(store)
    const after = seen(store, ended)
    for (let n = 0; n < steps; n++) expect(store.undo()).toBeDefined()
    expect(seen(store, begun)).toEqual(before)
    for (let n = 0; n < steps; n++) expect(store.redo()).toBeDefined()
    expect(seen(store, ended)).toEqual(after)
    expect(store.redo()).toBeUndefined()
    await settled(store)
    expect(seen(store, ended)).toEqual(after)
    store.stop()
  }
  const seed = Number(process.env.SEED) || Math.floor(Math.random() * 2 ** 31)
  console.log(`undo: SEED=${seed}`)
  await fc.assert(fc.asyncProperty(fc.array(deed, { maxLength: 40 }), run), { numRuns: 40, seed })
})

test('a hundred steps of bulk changes and comments go back and forth', async () => {
  const { open } = world()
  const store = await open()
  const ids = store.addTasks(Array.from({ length: 20 }, (_, n) => ({ title: `Task ${n}` })))
  const begun = idsOf(store)
  const before = seen(store, begun)
  for (let n = 0; n < 50; n++) {
    store.updateTasks(ids, { title: `Round ${n}` })
    store.addComment(one(ids, n) ?? '', `Said ${n}`)
  }
  const ended = idsOf(store)
  const after = seen(store, ended)
  for (let n = 0; n < 100; n++) expect(store.undo()).toBeDefined()
  expect(seen(store, begun)).toEqual(before)
  for (let n = 0; n < 100; n++) expect(store.redo()).toBeDefined()
  expect(seen(store, ended)).toEqual(after)
})

test('a rule that is taken back counts from the day it counted from, though the task is due on another', async () => {
  const { open } = world()
  const store = await open()
  const id = store.addTask({ title: 'A', dueOn: '2026-06-01', repeatRule: 'FREQ=DAILY' })
  store.updateTask(id, { dueOn: '2026-06-03' })
  store.updateTask(id, { dueOn: '2026-06-01', repeatRule: 'FREQ=WEEKLY' })
  store.undo()
  expect(store.getSnapshot().tasks.get(id)).toMatchObject({ dueOn: '2026-06-03', occurrenceOn: '2026-06-01' })
})
