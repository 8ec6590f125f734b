import { newId } from '@doable/domain/ids'
import { compareKeys } from '@doable/domain/ordering'
import { expect, test } from 'vitest'
import { openTasksOfList, subtasksOf } from './selectors.ts'
import type { Store } from './store.ts'
import { creation, settled, world } from './world.testing.ts'

async function start() {
  const { open, ...rest } = world()
  return { ...rest, store: await open() }
}
const order = (store: Store, listId: string) =>
  openTasksOfList(store.getSnapshot(), listId).map(({ title }) => title)
const place = (store: Store, id: string) => {
  const { listId, sectionId, parentId } = store.getSnapshot().tasks.get(id) ?? {}
  return { listId, sectionId, parentId }
}

test('adds at the end, before and after', async () => {
  const { store, personId } = await start()
  const a = store.addTask({ title: 'a' })
  store.addTask({ title: 'c' })
  store.addTask({ title: 'b' }, { after: a })
  store.addTasks([{ title: '1' }, { title: '2' }], { before: a })
  expect(order(store, personId)).toEqual(['1', '2', 'a', 'b', 'c'])
})

test('moves several in the order they are given', async () => {
  const { store, personId } = await start()
  const [a, b, c, d] = store.addTasks(['a', 'b', 'c', 'd'].map((title) => ({ title }))) as [
    string,
    string,
    string,
    string,
  ]
  store.moveTasks([d, c], { before: a })
  expect(order(store, personId)).toEqual(['d', 'c', 'a', 'b'])
  store.moveTasks([d], { after: b })
  expect(order(store, personId)).toEqual(['c', 'a', 'b', 'd'])
  store.undo()
  store.undo()
  expect(order(store, personId)).toEqual(['a', 'b', 'c', 'd'])
})

test('fits between two that got the same place on two devices', async () => {
  const { store, server, personId } = await start()
  const [a, b, c] = [newId(), newId(), newId()].sort() as [string, string, string]
  server.do(
    creation('a', a, { position: 'i5' }),
    creation('b', b, { position: 'i5' }),
    creation('c', c, { position: 'i6' }),
  )
  await settled(store)
  const id = store.addTask({ title: 'between' }, { after: a })
  expect(order(store, personId)).toEqual(['a', 'between', 'b', 'c'])
  store.moveTasks([c], { before: id })
  expect(order(store, personId)).toEqual(['a', 'c', 'between', 'b'])
  const keys = [...store.getSnapshot().tasks.values()].sort(compareKeys).map(({ position }) => position)
  expect(new Set(keys).size).toBe(keys.length)
})

test('goes where its neighbour, parent or section is; subtasks follow', async () => {
  const { store, personId } = await start()
  const listId = store.addList({ name: 'Work' })
  const sectionId = store.addSection({ listId, name: 'Next' })
  const inSection = store.addTask({ title: 'There', listId, sectionId })
  const parent = store.addTask({ title: 'Parent' })
  const child = store.addTask({ title: 'Child', parentId: parent })
  expect(place(store, child)).toEqual({ listId: personId, sectionId: null, parentId: parent })
  store.moveTasks([parent], { after: inSection })
  expect(place(store, parent)).toEqual({ listId, sectionId, parentId: null })
  expect(place(store, child)).toEqual({ listId, sectionId, parentId: parent })
  store.moveTasks([parent], { listId: personId })
  expect(place(store, child)).toEqual({ listId: personId, sectionId: null, parentId: parent })
  store.moveTasks([parent], { sectionId })
  expect(place(store, parent)).toEqual({ listId, sectionId, parentId: null })
  store.moveTasks([inSection], { parentId: child })
  expect(place(store, inSection)).toEqual({ listId, sectionId, parentId: child })
  store.moveTasks([inSection], { parentId: null, after: parent })
  expect(place(store, inSection)).toEqual({ listId, sectionId, parentId: null })
})

test('a chosen child stays with its chosen parent, and nothing goes below itself', async () => {
  const { store } = await start()
  const listId = store.addList({ name: 'Work' })
  const parent = store.addTask({ title: 'Parent' })
  const child = store.addTask({ title: 'Child', parentId: parent })
  store.moveTasks([parent, child], { listId })
  expect(place(store, child)).toEqual({ listId, sectionId: null, parentId: parent })
  const last = store.lastStep
  store.moveTasks([parent], { parentId: child })
  store.moveTasks([parent], { parentId: parent })
  expect(store.lastStep).toBe(last)
  expect(subtasksOf(store.getSnapshot(), parent).map(({ id }) => id)).toEqual([child])
})

test('makes a tree in one step', async () => {
  const { store, personId } = await start()
  const root = newId()
  const mid = newId()
  const listId = store.addList({ name: 'Work' })
  const ids = store.addTasks([
    { id: root, title: 'Root', listId },
    { id: mid, title: 'Mid', parentId: root },
    { title: 'Leaf', parentId: mid },
  ])
  expect(ids.map((id) => place(store, id))).toEqual([
    { listId, sectionId: null, parentId: null },
    { listId, sectionId: null, parentId: root },
    { listId, sectionId: null, parentId: mid },
  ])
  expect(order(store, personId)).toEqual([])
})

test('orders lists, sections and labels', async () => {
  const { store } = await start()
  const [a, b] = [store.addList({ name: 'a' }), store.addList({ name: 'b' })]
  store.moveList(b, { before: a })
  const lists = () =>
    [...store.getSnapshot().lists.values()].filter((list) => !list.isInbox).sort(compareKeys)
  expect(lists().map(({ name }) => name)).toEqual(['b', 'a'])
  const one = store.addSection({ listId: a, name: 'one' })
  store.addSection({ listId: a, name: 'zero' }, { before: one })
  store.moveSection(one, {})
  const sections = () => [...store.getSnapshot().sections.values()].sort(compareKeys)
  expect(sections().map(({ name }) => name)).toEqual(['zero', 'one'])
  const red = store.addLabel({ name: 'red' })
  const blue = store.addLabel({ name: 'blue' })
  store.moveLabel(red, { after: blue })
  const labels = () => [...store.getSnapshot().labels.values()].sort(compareKeys)
  expect(labels().map(({ name }) => name)).toEqual(['blue', 'red'])
})
