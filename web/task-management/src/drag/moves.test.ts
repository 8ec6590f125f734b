import { expect, test } from 'vitest'
import type { Group } from '../lines/group.ts'
import { toLines } from '../lines/line.ts'
import { stepAlong, stepIn, stepOut } from './moves.ts'

const parents: Record<string, string> = { a1: 'a', a2: 'a', a2x: 'a2' }
const task = (id: string) => ({ id, parentId: parents[id] ?? null }) as Group['tasks'][number]
const place = (sectionId: string | null) => ({ listId: 'list', sectionId })
const groups: Group[] = [
  { id: 'top', tasks: [task('a'), task('b')], into: place(null) },
  { id: 'empty', heading: { kind: 'section', sectionId: 'empty' }, tasks: [], into: place('empty') },
  { id: 'last', heading: { kind: 'section', sectionId: 'last' }, tasks: [task('c')], into: place('last') },
  { id: 'done', heading: { kind: 'completed' }, tasks: [task('d')] },
]
const below: Record<string, string[]> = { a: ['a1', 'a2'], a2: ['a2x'] }
const lines = toLines(groups, {
  childrenOf: (id) => (below[id] ?? []).map(task),
  isFolded: () => false,
})

test.each([
  ['b', -1, { before: 'a' }],
  ['a', 1, { after: 'b' }],
  ['a1', 1, { after: 'a2' }],
  ['a2', -1, { before: 'a1' }],
  ['b', 1, { ...place('empty'), parentId: null }],
  ['c', -1, { ...place('empty'), parentId: null }],
] as const)('%s goes along by %d to %j', (id, direction, expected) => {
  expect(stepAlong(lines, groups, id, direction)?.place).toEqual(expected)
})

test.each([
  ['a', -1],
  ['a1', -1],
  ['a2', 1],
  ['a2x', 1],
  ['c', 1],
  ['nobody', 1],
] as const)('%s cannot go along by %d', (id, direction) => {
  expect(stepAlong(lines, groups, id, direction)).toBeUndefined()
})

test('goes in below the task above it, and out behind its parent', () => {
  expect(stepIn(lines, 'b')?.place).toEqual({ parentId: 'a' })
  expect(stepIn(lines, 'a2')?.place).toEqual({ parentId: 'a1' })
  expect(stepIn(lines, 'a')).toBeUndefined()
  expect(stepOut(lines, 'a2x', (id) => parents[id] ?? null)?.place).toEqual({ parentId: 'a', after: 'a2' })
  expect(stepOut(lines, 'a1', (id) => parents[id] ?? null)?.place).toEqual({ parentId: null, after: 'a' })
  expect(stepOut(lines, 'b', () => null)).toBeUndefined()
})
