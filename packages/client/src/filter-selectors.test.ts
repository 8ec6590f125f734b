import { nowAt } from '@doable/domain/calendar'
import { compileQuery } from '@doable/domain/query/compile'
import { parseQuery } from '@doable/domain/query/parse'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doneByTask } from './completion-selectors.ts'
import { type Asking, countOfQuery, panesOf, queryContext } from './filter-selectors.ts'
import { hayOf } from './search-selectors.ts'
import { shownTasks } from './selectors.ts'
import type { Store } from './store.ts'
import { world } from './world.testing.ts'

const now = nowAt('2026-06-10T10:00:00.000Z', 'Europe/Berlin')
const clock = () => new Date(now.instant)

async function start() {
  const store = await world().open({ clock, timeZone: () => now.zone })
  const asking: Asking = { me: store.personId, now, weekStart: 1, language: 'en' }
  const panes = (text: string) =>
    panesOf(store.getSnapshot(), text, asking)?.map((pane) => pane.map(({ title }) => title).sort())
  return { store, asking, panes, count: (text: string) => countOfQuery(store.getSnapshot(), text, asking) }
}

test('a query shows its panes, and counts each open task once', async () => {
  const { store, panes, count } = await start()
  const listId = store.addList({ name: 'Work' })
  store.addTask({ title: 'Letter', listId, dueOn: '2026-06-10', priority: 1 })
  store.addTask({ title: 'Call', dueOn: '2026-06-09' })
  store.completeTasks([store.addTask({ title: 'Done', dueOn: '2026-06-10' })])
  expect(panes('today | overdue, #work, p1')).toEqual([['Call', 'Letter'], ['Letter'], ['Letter']])
  expect(count('today | overdue, #work, p1')).toBe(2)
  expect(panes('completed')).toEqual([['Done']])
  expect(count('completed')).toBe(0)
  expect(panes('today &')).toBeUndefined()
  expect(count('today &')).toBe(0)
})

test('names mean what they mean now', async () => {
  const { store, panes } = await start()
  const listId = store.addList({ name: 'Work' })
  const sectionId = store.addSection({ listId, name: 'Next' })
  store.addTask({ title: 'Letter', listId, sectionId })
  expect(panes('#Work, /Next')).toEqual([['Letter'], ['Letter']])
  store.updateList(listId, { name: 'Office' })
  store.updateSection(sectionId, { name: 'Soon' })
  expect(panes('#Work, #Office, /Next, /Soon')).toEqual([[], ['Letter'], [], ['Letter']])
  store.trashSection(sectionId)
  expect(panes('/Soon, no section')).toEqual([[], ['Letter']])
  store.updateList(listId, { archived: true })
  expect(panes('all')).toEqual([[]])
})

test('what is around a task counts as soon as it changes', async () => {
  const { store, panes } = await start()
  const listId = store.addList({ name: 'Work' })
  const letter = store.addTask({ title: 'Letter', listId })
  const plants = store.addTask({ title: 'Plants', dueOn: now.day, repeatRule: 'FREQ=DAILY' })
  const query = 'search: ink, parent, completed: today'
  expect(panes(query)).toEqual([[], [], []])
  store.addComment(letter, 'Blue ink')
  expect(panes(query)).toEqual([['Letter'], [], []])
  store.addTask({ title: 'Stamp', parentId: letter })
  expect(panes(query)).toEqual([['Letter'], ['Letter'], []])
  store.completeTasks([plants])
  expect(panes(query)).toEqual([['Letter'], ['Letter'], ['Plants']])
})

test('panes stay the very same arrays until something of theirs changes', async () => {
  const { store, asking } = await start()
  const urgent = store.addTask({ title: 'Letter', priority: 1 })
  const other = store.addTask({ title: 'Call' })
  const read = () => panesOf(store.getSnapshot(), 'p1', asking)
  const before = read()
  store.updateTask(other, { title: 'Call Ada' })
  expect(read()).toBe(before)
  store.updateTask(urgent, { title: 'Long letter' })
  expect(read()).not.toBe(before)
})

const queries = ['p1, !p1', 'parent | subtask', 'completed: today', '@a & !search: x', 'no date, #Work']
type Step = { verb: 'add' | 'label' | 'rename' | 'rank' | 'complete' | 'trash' | 'nest' | 'move'; at: number }

function take(store: Store, { verb, at }: Step, listId: string) {
  const ids = [...store.getSnapshot().tasks.keys()]
  const id = ids[at % (ids.length || 1)]
  if (verb === 'add' || id === undefined)
    return void store.addTask({
      title: `x${at}`,
      ...(at % 3 === 0 && { repeatRule: 'FREQ=DAILY', dueOn: now.day }),
    })
  const acts = {
    label: () => store.updateTask(id, { labels: at % 2 ? ['a'] : [] }),
    rename: () => store.updateTask(id, { title: at % 2 ? 'x' : 'y' }),
    rank: () => store.updateTask(id, { priority: (at % 4) + 1 }),
    complete: () => store.completeTasks([id]),
    trash: () => store.trashTasks([id]),
    nest: () => ids[0] !== undefined && ids[0] !== id && store.moveTasks([id], { parentId: ids[0] }),
    move: () => store.moveTasks([id], { listId, sectionId: null, parentId: null }),
  }
  acts[verb]()
}

const verbs = ['add', 'label', 'rename', 'rank', 'complete', 'trash', 'nest', 'move'] as const
const steps = fc.array(fc.record({ verb: fc.constantFrom(...verbs), at: fc.nat(20) }), { maxLength: 25 })

test('carried from change to change they are what asking every task would give', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { store, asking } = await start()
      const listId = store.addList({ name: 'Work' })
      for (const step of all) {
        take(store, step, listId)
        const view = store.getSnapshot()
        const children = [...view.tasks.values()].filter(({ trashedAt }) => trashedAt === null)
        const afresh = {
          hasSubtasks: (id: string) => children.some(({ parentId }) => parentId === id),
          completions: (id: string) => doneByTask(view).get(id) ?? [],
          haystack: hayOf,
        }
        for (const text of queries) {
          const parsed = parseQuery(text)
          if ('error' in parsed) throw new Error(text)
          const wanted = compileQuery(parsed.query, queryContext(view, asking), afresh).map(
            (shows) => new Set(shownTasks(view).filter(shows)),
          )
          expect(panesOf(view, text, asking)?.map((pane) => new Set(pane))).toEqual(wanted)
        }
      }
      store.stop()
    }),
    { numRuns: 25 },
  )
})
