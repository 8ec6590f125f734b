import { nowAt } from '@doable/domain/calendar'
import { newTasks } from '@doable/domain/quick-add/new-tasks'
import { parseLines } from '@doable/domain/quick-add/parse-lines'
import { linesOf } from '@doable/domain/quick-add/pasted-lines'
import { expect, test } from 'vitest'
import { isShown } from './list-states.ts'
import { shownTasks } from './selectors.ts'
import type { Store } from './store.ts'
import { settled, world } from './world.testing.ts'

const planned = (store: Store, text: string) => {
  const options = {
    now: nowAt('2026-11-18T14:00:00.000Z', 'Europe/Berlin'),
    weekStart: 1,
    language: 'en',
    me: { id: store.personId, name: 'Ada' },
  } as const
  return newTasks(parseLines(linesOf(text), options), options)
}
const active = (store: Store) => {
  const view = store.getSnapshot()
  const { lists, sections, labels } = view
  const names = (all: Iterable<{ name: string; trashedAt: string | null }>) =>
    [...all].filter(({ trashedAt }) => trashedAt === null).map(({ name }) => name)
  return {
    titles: shownTasks(view)
      .map(({ title }) => title)
      .sort(),
    lists: names([...lists.values()].filter(({ isInbox }) => !isInbox)),
    sections: names([...sections.values()].filter(({ listId }) => isShown(lists.get(listId)))),
    labels: names(labels.values()),
  }
}

test('what lines come to is made as one step, and other devices get it', async () => {
  const { open } = world()
  const store = await open()
  const text = 'Prune #Garden /Beds @winter\n  Buy shears\nDig #Garden /Beds'
  const ids = store.addPlanned(planned(store, text))
  const all = {
    titles: ['Buy shears', 'Dig', 'Prune'],
    lists: ['Garden'],
    sections: ['Beds'],
    labels: ['winter'],
  }
  expect(active(store)).toEqual(all)
  const { tasks } = store.getSnapshot()
  const [prune, shears, dig] = ids.map((id) => tasks.get(id))
  expect(shears?.parentId).toBe(prune?.id)
  expect((prune?.position ?? '') < (dig?.position ?? '')).toBe(true)
  await settled(store)
  expect(active(await open())).toEqual(all)
  store.undo()
  expect(active(store)).toEqual({ titles: [], lists: [], sections: [], labels: [] })
  expect(store.canUndo).toBe(false)
  store.redo()
  expect(active(store)).toEqual(all)
})
