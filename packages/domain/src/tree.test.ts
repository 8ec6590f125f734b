import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ancestors,
  childrenOf,
  descendants,
  flatten,
  type Node,
  progress,
  visible,
  wouldCycle,
} from './tree.ts'

const node = (id: string, parentId: string | null = null) => ({ id, parentId })
const lookup = (nodes: Node[]) => {
  const byId = new Map(nodes.map((each) => [each.id, each]))
  return (id: string) => byId.get(id)
}
const ids = (nodes: Node[]) => nodes.map(({ id }) => id)
const family = [node('c', 'a'), node('a'), node('b'), node('d', 'c'), node('e', 'a'), node('lost', 'gone')]

test('parents come before what is below them, siblings in the given order', () => {
  const rows = flatten(family).map(({ task, depth }) => `${task.id}${depth}`)
  expect(rows).toEqual(['a0', 'c1', 'd2', 'e1', 'b0', 'lost0'])
})

test('what is below a folded task is out of sight', () => {
  const seen = (...folded: string[]) => ids(visible(flatten(family), new Set(folded)).map(({ task }) => task))
  expect(seen('a')).toEqual(['a', 'b', 'lost'])
  expect(seen('c', 'b')).toEqual(['a', 'c', 'e', 'b', 'lost'])
  expect(seen()).toEqual(['a', 'c', 'd', 'e', 'b', 'lost'])
})

test('up and down the tree', () => {
  expect(ids(descendants(childrenOf(family), 'a'))).toEqual(['c', 'd', 'e'])
  expect(ids(ancestors(lookup(family), node('d', 'c')))).toEqual(['c', 'a'])
  expect(wouldCycle(lookup(family), 'a', 'd')).toBe(true)
  expect(wouldCycle(lookup(family), 'a', 'a')).toBe(true)
  expect(wouldCycle(lookup(family), 'd', 'a')).toBe(false)
  expect(wouldCycle(lookup(family), 'd', null)).toBe(false)
  expect(wouldCycle(lookup(family), 'd', 'gone')).toBe(false)
})

test('progress counts direct subtasks that are not in the trash', () => {
  const sub = (id: string, done: boolean, trashed = false, parentId = 'a') => ({
    ...node(id, parentId),
    completedAt: done ? '2026-01-01T00:00:00.000Z' : null,
    trashedAt: trashed ? '2026-01-01T00:00:00.000Z' : null,
  })
  const all = [sub('a', false, false, 'none'), sub('b', true), sub('c', false), sub('d', true, true)]
  expect(progress(childrenOf([...all, sub('e', true, false, 'b')]), 'a')).toEqual({ done: 1, total: 2 })
  expect(progress(childrenOf(all), 'c')).toEqual({ done: 0, total: 0 })
})

test('10,000 levels overflow nothing', () => {
  const deep = Array.from({ length: 10_000 }, (_, at) =>
    node(`${at}`, at === 0 ? null : `${at - 1}`),
  ).reverse()
  expect(flatten(deep).at(-1)).toEqual({ task: node('9999', '9998'), depth: 9999 })
  expect(descendants(childrenOf(deep), '0').length).toBe(9999)
  expect(ancestors(lookup(deep), node('9999', '9998')).length).toBe(9999)
  expect(wouldCycle(lookup(deep), '0', '9999')).toBe(true)
})

test('circles neither hang nor lose a task', () => {
  const circle = [node('a', 'c'), node('b', 'a'), node('c', 'b'), node('d')]
  expect(flatten(circle).map(({ task, depth }) => `${task.id}${depth}`)).toEqual(['d0', 'a0', 'b1', 'c2'])
  expect(ids(descendants(childrenOf(circle), 'a'))).toEqual(['b', 'c'])
  expect(ids(ancestors(lookup(circle), node('a', 'c')))).toEqual(['c', 'b'])
})

test('whatever the parents, every task is shown once', () => {
  const parents = fc.array(fc.option(fc.integer({ min: 0, max: 12 })), { maxLength: 12 })
  fc.assert(
    fc.property(parents, (all) => {
      const nodes = all.map((parent, at) => node(`${at}`, parent === null ? null : `${parent}`))
      const rows = flatten(nodes)
      expect(rows.map(({ task }) => task.id).sort()).toEqual(ids(nodes).sort())
      rows.forEach(({ depth }, at) => {
        expect(depth).toBeLessThanOrEqual((rows[at - 1]?.depth ?? -1) + 1)
      })
    }),
  )
})
