import type { NewTask } from '@doable/contracts/task'
import { nowAt } from '@doable/domain/calendar'
import { expect, test } from 'vitest'
import { counts } from './count-selectors.ts'
import { overviewOf } from './figure-selectors.ts'
import { type Copying, copyOfList } from './list-copy.ts'
import { activeLists, archivedLists, sectionsOfList, templates, trashedLists } from './list-selectors.ts'
import { searchTasks } from './search-selectors.ts'
import {
  completedTasks,
  openTasks,
  openTasksByLabel,
  openTasksOfList,
  subtasksOf,
  todayTasks,
  upcomingTasks,
} from './selectors.ts'
import type { Store } from './store.ts'
import { settled, world } from './world.testing.ts'

const now = nowAt('2026-06-01T10:00:00.000Z', 'Europe/Berlin')
const names = (lists: readonly { name: string }[]) => lists.map(({ name }) => name)
const seen = (store: Store, listId: string) => openTasksOfList(store.getSnapshot(), listId)
const byTitle = (store: Store, listId: string) =>
  Object.fromEntries(seen(store, listId).map((task) => [task.title, task]))

function copied(store: Store, id: string, copying: Copying): string {
  const copy = copyOfList(store.getSnapshot(), id, copying)
  if (!copy) throw new Error('There is no such list')
  return store.addWholeList(copy)
}

async function start(...tasks: NewTask[]) {
  const { open, server } = world()
  const store = await open()
  const trip = store.addList({ name: 'Trip', color: 'blue' })
  const bag = store.addSection({ listId: trip, name: 'Bag' })
  for (const task of tasks) store.addTask({ listId: trip, sectionId: bag, ...task })
  return { open, server, store, trip, bag }
}

test('a list saved as a template is a copy of what is open and planned in it', async () => {
  const before = { kind: 'before', of: 'due', minutes: 60 } as const
  const at = { kind: 'at', on: '2026-06-01', time: '09:00', timeZone: null } as const
  const planned = {
    ...{ title: 'Socks', notes: '**Wool**', labels: ['bag'], priority: 2, dueOn: '2026-06-03' },
    ...{ dueTime: '08:00', durationMinutes: 10, repeatRule: 'FREQ=WEEKLY', reminders: [before, at] },
  }
  const { store, trip } = await start(planned)
  const socks = byTitle(store, trip).Socks?.id ?? ''
  store.updateTask(socks, { assigneeId: store.personId })
  store.addTask({ title: 'Pair', parentId: socks })
  store.addComment(socks, 'Which ones?')
  store.completeTasks([store.addTask({ title: 'Done', listId: trip })])
  const id = copied(store, trip, { name: 'Packing', template: true })
  const list = store.getSnapshot().lists.get(id)
  expect(list).toMatchObject({ name: 'Packing', color: 'blue', templateAt: list?.createdAt })
  const { Socks, Pair, ...rest } = byTitle(store, id)
  expect(rest).toEqual({})
  expect(Socks).toMatchObject({ ...planned, reminders: [before], assigneeId: null })
  expect(Pair).toMatchObject({ parentId: Socks?.id })
  expect(names(sectionsOfList(store.getSnapshot(), id))).toEqual(['Bag'])
  expect([...store.getSnapshot().comments.values()]).toHaveLength(1)
  expect(byTitle(store, trip).Socks?.reminders).toEqual([before, at])
})

test('a template and what is in it stand nowhere else', async () => {
  const { store, trip } = await start(
    { title: 'Socks', dueOn: now.day, labels: ['bag'] },
    { title: 'Passport', dueOn: '2026-06-09', deadlineOn: '2026-05-01' },
  )
  const done = store.addTask({ title: 'Ticket', listId: trip })
  store.completeTasks([done])
  store.addTask({ title: 'Pair', parentId: byTitle(store, trip).Socks?.id ?? '' })
  store.updateList(trip, { template: true })
  const view = store.getSnapshot()
  expect([names(templates(view)), names(activeLists(view)), archivedLists(view)]).toEqual([
    ['Trip'],
    ['Inbox'],
    [],
  ])
  const lists = [openTasks(view), todayTasks(view, now), upcomingTasks(view, now), completedTasks(view)]
  const found = [openTasksByLabel(view, 'bag'), searchTasks(view, 'socks', { completed: true })]
  expect([...lists, ...found].flat()).toEqual([])
  expect(counts(view, now)).toMatchObject({ open: 0, today: 0, overdue: 0 })
  const inbox = { listId: store.personId, open: 0 }
  expect(overviewOf(view, now, 1)).toMatchObject({ open: 0, dueToday: 0, byList: [inbox], byLabel: [] })
  expect(Object.keys(byTitle(store, trip)).sort()).toEqual(['Pair', 'Passport', 'Socks'])
  expect(subtasksOf(view, byTitle(store, trip).Socks?.id ?? '')).toMatchObject([{ title: 'Pair' }])
  store.undo()
  expect([names(templates(store.getSnapshot())), openTasks(store.getSnapshot())]).toMatchObject([
    [],
    { length: 3 },
  ])
})

test('a list made of a template begins on the day that is asked for, each task as far from it as there', async () => {
  const { store, trip } = await start(
    { title: 'Book', startOn: '2026-10-20', dueOn: '2026-10-23', dueTime: '18:00' },
    { title: 'Fly', dueOn: '2026-10-26', dueTime: '06:45', dueTimeZone: 'Europe/Berlin' },
    { title: 'Visa', deadlineOn: '2026-10-24' },
    { title: 'Read', notes: 'any day' },
    { title: 'Water', dueOn: '2026-10-21', repeatRule: 'FREQ=DAILY;UNTIL=20261026', labels: ['home'] },
    { title: 'Bins', dueOn: '2026-10-22', repeatRule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3' },
  )
  const bins = byTitle(store, trip).Bins?.id ?? ''
  store.addTask({ title: 'Paper bin', parentId: bins, dueOn: '2026-10-21' })
  const template = copied(store, trip, { name: 'Packing', template: true })
  // From a Tuesday before the clocks change to a Saturday before a leap day.
  const list = copied(store, template, { name: 'Lisbon', startOn: '2028-02-26' })
  const made = byTitle(store, list)
  expect(made.Book).toMatchObject({ startOn: '2028-02-26', dueOn: '2028-02-29', dueTime: '18:00' })
  expect(made.Fly).toMatchObject({ dueOn: '2028-03-03', dueTime: '06:45', dueTimeZone: 'Europe/Berlin' })
  expect(made.Visa).toMatchObject({ deadlineOn: '2028-03-01', dueOn: null })
  expect(made.Read).toMatchObject({ startOn: null, dueOn: null, deadlineOn: null })
  expect(made.Water).toMatchObject({ dueOn: '2028-02-27', repeatRule: 'FREQ=DAILY;UNTIL=20280303' })
  expect(made.Bins).toMatchObject({ dueOn: '2028-03-02', repeatRule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3' })
  expect(made['Paper bin']).toMatchObject({ dueOn: '2028-03-01', parentId: made.Bins?.id })
  expect(store.getSnapshot().lists.get(list)).toMatchObject({ name: 'Lisbon', templateAt: null })
  expect(byTitle(store, template).Book?.dueOn).toBe('2026-10-23')
})

test('offline all of it works, is taken back as one thing, and reaches the server afterwards', async () => {
  const { open, server, store, trip } = await start({ title: 'Socks', dueOn: '2026-06-03' })
  await settled(store)
  server.onRequest = () => Promise.reject(new TypeError('no network'))
  const template = copied(store, trip, { name: 'Packing', template: true })
  const list = copied(store, template, { name: 'Lisbon', startOn: '2026-08-01' })
  expect(seen(store, list)).toMatchObject([{ title: 'Socks', dueOn: '2026-08-01' }])
  store.undo()
  expect(names(activeLists(store.getSnapshot()))).toEqual(['Inbox', 'Trip'])
  expect(names(trashedLists(store.getSnapshot()))).toEqual(['Lisbon'])
  store.undo()
  expect(templates(store.getSnapshot())).toEqual([])
  store.redo()
  store.redo()
  server.onRequest = () => {}
  store.resume()
  await settled(store)
  const other = await open({ name: 'another browser' })
  await settled(other)
  expect(names(templates(other.getSnapshot()))).toEqual(['Packing'])
  expect(names(activeLists(other.getSnapshot()))).toEqual(['Inbox', 'Trip', 'Lisbon'])
  expect(seen(other, list)).toMatchObject([{ title: 'Socks', dueOn: '2026-08-01' }])
  expect(seen(other, template)).toMatchObject([{ title: 'Socks', dueOn: '2026-06-03' }])
})
