import { nowAt } from '@doable/domain/calendar'
import { expect, test } from 'vitest'
import { counts } from './count-selectors.ts'
import { overviewOf } from './figure-selectors.ts'
import { activeLists, archivedLists, sectionsOfList, trashedLists } from './list-selectors.ts'
import { searchTasks } from './search-selectors.ts'
import {
  completedTasks,
  openTasksByLabel,
  openTasksOfList,
  shownTask,
  todayTasks,
  trashedTasks,
  upcomingTasks,
} from './selectors.ts'
import type { Store } from './store.ts'
import { world } from './world.testing.ts'

async function start() {
  const { open, ...rest } = world()
  return { ...rest, store: await open() }
}
const now = nowAt('2026-06-10T10:00:00.000Z', 'Europe/Berlin')
const names = (tasks: readonly { title: string }[]) => tasks.map(({ title }) => title)
type Select = (view: ReturnType<Store['getSnapshot']>) => readonly { title: string }[]
const shown = (store: Store, choose: Select) => names(choose(store.getSnapshot()))

test('today is late and due today; upcoming is later; neither knows what is completed', async () => {
  const { store } = await start()
  store.addTask({ title: 'late', dueOn: '2026-06-09' })
  store.addTask({ title: 'today', dueOn: '2026-06-10', priority: 1 })
  store.addTask({ title: 'deadline', deadlineOn: '2026-06-09' })
  store.addTask({ title: 'in two days', dueOn: '2026-06-12' })
  store.addTask({ title: 'tomorrow', dueOn: '2026-06-11' })
  store.completeTasks([store.addTask({ title: 'done', dueOn: '2026-06-10' })])
  expect(shown(store, (view) => todayTasks(view, now))).toEqual(['today', 'late', 'deadline'])
  expect(shown(store, (view) => upcomingTasks(view, now))).toEqual(['tomorrow', 'in two days'])
  expect(shown(store, completedTasks)).toEqual(['done'])
  expect(counts(store.getSnapshot(), now)).toMatchObject({ open: 5, today: 3, overdue: 2, inbox: 5 })
})

test('a list in the trash or the archive hides its tasks, a removed section only itself', async () => {
  const { store, personId } = await start()
  const listId = store.addList({ name: 'Work' })
  const sectionId = store.addSection({ listId, name: 'Next' })
  const id = store.addTask({ title: 'In it', listId, sectionId, labels: ['Errand'] })
  store.addTask({ title: 'Elsewhere', labels: ['errand'] })
  const view = () => store.getSnapshot()
  expect(counts(view(), now).byList).toEqual(
    new Map([
      [listId, 1],
      [personId, 1],
    ]),
  )
  store.trashSection(sectionId)
  expect(shownTask(view(), id)?.sectionId).toBeNull()
  expect(sectionsOfList(view(), listId)).toEqual([])
  const copy = shownTask(view(), id)
  store.addTask({ title: 'Another' })
  expect(shownTask(view(), id)).toBe(copy)
  store.undo()
  store.undo()
  expect(shownTask(view(), id)?.sectionId).toBe(sectionId)
  store.updateList(listId, { archived: true })
  expect(shown(store, (each) => openTasksByLabel(each, 'ERRAND'))).toEqual(['Elsewhere'])
  expect(counts(view(), now).byLabel).toEqual(new Map([['errand', 1]]))
  expect(archivedLists(view()).map(({ name }) => name)).toEqual(['Work'])
  store.undo()
  store.trashList(listId)
  expect(shownTask(view(), id)).toBeUndefined()
  expect(trashedLists(view()).map(({ name }) => name)).toEqual(['Work'])
  expect(activeLists(view()).map(({ name }) => name)).toEqual(['Inbox'])
  expect(overviewOf(view(), now, 1).open).toBe(1)
})

test('the trash shows what was thrown away, not what went along', async () => {
  const { store } = await start()
  const parentId = store.addTask({ title: 'Parent' })
  const child = store.addTask({ title: 'Child', parentId })
  store.trashTasks([parentId])
  expect(shown(store, trashedTasks)).toEqual(['Parent'])
  store.undo()
  store.trashTasks([child])
  expect(shown(store, trashedTasks)).toEqual(['Child'])
})

test('search finds words in title and notes; filters find what their address says', async () => {
  const { store } = await start()
  store.addTask({ title: 'Buy Crème', priority: 2 })
  store.addTask({ title: 'Call', notes: 'about the creme' })
  store.completeTasks([store.addTask({ title: 'Creme was bought' })])
  const find = (words: string, options?: { completed: boolean }) =>
    shown(store, (view) => searchTasks(view, words, options))
  expect(find('creme')).toEqual(['Buy Crème', 'Call'])
  expect(find('creme', { completed: true })).toEqual(['Creme was bought', 'Buy Crème', 'Call'])
})

test('answers the very same thing until its part of the view changes', async () => {
  const { store } = await start()
  const listId = store.addList({ name: 'Work' })
  store.addTask({ title: 'A', listId, dueOn: '2026-06-10' })
  const read = () => {
    const view = store.getSnapshot()
    return [
      openTasksOfList(view, listId),
      todayTasks(view, now),
      todayTasks(view, { ...now }),
      counts(view, now),
      searchTasks(view, 'a'),
      overviewOf(view, now, 1),
      sectionsOfList(view, listId),
      openTasksOfList(view, 'none'),
    ]
  }
  const before = read()
  store.addLabel({ name: 'errand' })
  const after = read()
  expect(after.map((each, at) => each === before[at])).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    true,
    true,
  ])
  store.addTask({ title: 'B' })
  expect(read()[6]).toBe(before[6])
  expect(read()[1]).not.toBe(before[1])
})
