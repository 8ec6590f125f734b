import { expect, test } from 'vitest'
import { copyOfList } from './list-copy.ts'
import { activeLists, sectionsOfList, trashedLists } from './list-selectors.ts'
import { openTasksOfList, trashedTasks } from './selectors.ts'
import type { Store } from './store.ts'
import { settled, world } from './world.testing.ts'

const names = (store: Store) =>
  activeLists(store.getSnapshot())
    .filter(({ isInbox }) => !isInbox)
    .map(({ name }) => name)

/** Everything in a list as a person sees it, each task below the title of its parent, in the name of its section. */
function content(store: Store, listId: string) {
  const view = store.getSnapshot()
  return {
    sections: sectionsOfList(view, listId).map(({ name }) => name),
    tasks: openTasksOfList(view, listId).map(({ title, sectionId, parentId }) => [
      view.sections.get(sectionId ?? '')?.name,
      view.tasks.get(parentId ?? '')?.title,
      title,
    ]),
  }
}

function duplicate(store: Store, id: string, name: string): string {
  const copy = copyOfList(store.getSnapshot(), id, { name })
  if (!copy) throw new Error('There is no such list')
  return store.addWholeList(copy, { after: id })
}

async function start() {
  const { open, server } = world()
  const store = await open()
  const work = store.addList({ name: 'Work', color: 'blue' })
  store.addList({ name: 'Home' })
  return { open, server, store, work }
}

test('a list is made once more behind itself, sections and subtasks in their order, on every device', async () => {
  const { open, store, work } = await start()
  const late = store.addSection({ listId: work, name: 'Late' })
  store.addSection({ listId: work, name: 'Early' }, { before: late })
  const gone = store.addSection({ listId: work, name: 'Gone' })
  const plan = store.addTask({ title: 'Plan', listId: work, sectionId: late })
  const draft = store.addTask({ title: 'Draft', parentId: plan })
  store.addTask({ title: 'Title', parentId: draft })
  store.addTask({ title: 'First', listId: work, sectionId: late }, { before: plan })
  store.addTask({ title: 'Left', listId: work, sectionId: gone })
  store.completeTasks([store.addTask({ title: 'Done', listId: work })])
  store.trashTasks([store.addTask({ title: 'Thrown away', listId: work })])
  store.trashSection(gone)

  const copy = duplicate(store, work, 'Work (copy)')
  expect(names(store)).toEqual(['Work', 'Work (copy)', 'Home'])
  expect(store.getSnapshot().lists.get(copy)).toMatchObject({ color: 'blue', role: 'owner', memberCount: 1 })
  const wanted = {
    sections: ['Early', 'Late'],
    tasks: expect.arrayContaining([
      ['Late', undefined, 'First'],
      ['Late', undefined, 'Plan'],
      ['Late', 'Plan', 'Draft'],
      ['Late', 'Draft', 'Title'],
      [undefined, undefined, 'Left'],
    ]),
  }
  expect(content(store, copy)).toEqual(wanted)
  expect(content(store, copy)).toEqual(content(store, work))
  await settled(store)
  const other = await open({ name: 'another browser' })
  await settled(other)
  expect(content(other, copy)).toEqual(content(store, work))
})

test('a copy of a task is due, repeats and reminds as the task does, and is nobody’s', async () => {
  const { store, work } = await start()
  const fields = {
    ...{ notes: '**Bold**', labels: ['desk'], priority: 2, startOn: '2026-05-30', dueOn: '2026-06-02' },
    ...{ dueTime: '09:00', dueTimeZone: 'Asia/Tokyo', deadlineOn: '2026-06-09', durationMinutes: 30 },
    reminders: [{ kind: 'before', of: 'due', minutes: 10 } as const],
  }
  const series = { repeatRule: 'FREQ=WEEKLY', repeatMode: 'schedule', occurrenceOn: '2026-06-01' } as const
  const skippedOn = ['2026-06-15']
  const assigneeId = store.personId
  store.addTask({ title: 'Report', listId: work, ...fields, ...series, skippedOn, assigneeId })
  const copy = duplicate(store, work, 'Work (copy)')
  const [report] = openTasksOfList(store.getSnapshot(), copy)
  expect(report).toMatchObject({ title: 'Report', ...fields, ...series, skippedOn, assigneeId: null })
})

test('a copy of a list is one step: undone it lies in the trash as one thing, and comes back whole', async () => {
  const { store, work } = await start()
  const section = store.addSection({ listId: work, name: 'Soon' })
  store.addTask({ title: 'Plan', listId: work, sectionId: section })
  const copy = duplicate(store, work, 'Work (copy)')
  store.undo()
  expect(names(store)).toEqual(['Work', 'Home'])
  expect(trashedLists(store.getSnapshot()).map(({ name }) => name)).toEqual(['Work (copy)'])
  expect(trashedTasks(store.getSnapshot())).toEqual([])
  store.redo()
  expect(content(store, copy)).toEqual(content(store, work))
})

test('an archived list can be copied into one that is in use', async () => {
  const { store, work } = await start()
  store.addTask({ title: 'Plan', listId: work })
  store.updateList(work, { archived: true })
  const copy = duplicate(store, work, 'Work (copy)')
  expect(names(store)).toContain('Work (copy)')
  expect(openTasksOfList(store.getSnapshot(), copy).map(({ title }) => title)).toEqual(['Plan'])
  expect(copyOfList(store.getSnapshot(), 'nowhere', { name: 'x' })).toBeUndefined()
})

test('a copy of hundreds of tasks arrives whole', async () => {
  const { server, store, work } = await start()
  store.addTasks(Array.from({ length: 600 }, (_, n) => ({ title: `Task ${n}`, listId: work })))
  const copy = duplicate(store, work, 'Work (copy)')
  expect(openTasksOfList(store.getSnapshot(), copy)).toHaveLength(600)
  await expect.poll(() => store.getSnapshot().pending, { timeout: 60_000 }).toBe(0)
  const there = [...server.rows.tasks.values()].filter(({ listId }) => listId === copy)
  expect(there).toHaveLength(600)
}, 90_000)
