import { expect, test } from 'vitest'
import type { Group } from './group.ts'
import { withLeaving } from './leaving.ts'
import { type Line, toLines } from './line.ts'

const task = (id: string) => ({ id }) as Group['tasks'][number]
const show = (lines: Line[]) =>
  lines.map((line) => {
    if (line.kind === 'task')
      return `${' '.repeat(line.depth)}${line.id} ${line.place}/${line.size}${line.leaving ? ' leaving' : ''}`
    return line.kind === 'heading' ? `# ${line.group.id} ${line.count}` : `+ ${line.group.id}`
  })
const nesting = (below: Record<string, string[]> = {}, folded: string[] = []) => ({
  childrenOf: (id: string) => (below[id] ?? []).map(task),
  isFolded: (id: string) => folded.includes(id),
})
const groups: Group[] = [
  { id: 'top', tasks: [task('a'), task('b')], add: {} },
  { id: 's', heading: { kind: 'section', sectionId: 's' }, tasks: [task('c')], add: {} },
  { id: 'd', heading: { kind: 'day', day: '2026-11-22' }, tasks: [], add: {} },
]

test('a page reads headings, tasks with their subtasks, and lines to add one', () => {
  expect(show(toLines(groups, nesting({ a: ['a1'], a1: ['a2'] })))).toEqual([
    'a 1/4',
    ' a1 2/4',
    '  a2 3/4',
    'b 4/4',
    '+ top',
    '# s 1',
    'c 1/1',
    '+ s',
    '# d 0',
  ])
})

test('what is folded keeps its line and its count; days get a line to add only when asked', () => {
  expect(show(toLines(groups, nesting({ a: ['a1'] }, ['a', 's']), 'd'))).toEqual([
    'a 1/2',
    'b 2/2',
    '+ top',
    '# s 1',
    '# d 0',
    '+ d',
  ])
})

test('a circle is walked once, and no task is drawn twice', () => {
  const lines = toLines([{ id: 'top', tasks: [task('a'), task('b')] }], nesting({ a: ['b'], b: ['a'] }))
  expect(show(lines)).toEqual(['a 1/2', ' b 2/2'])
})

test('leaving lines stay behind the line they followed', () => {
  const before = toLines([{ id: 'g', tasks: ['a', 'b', 'c', 'd'].map(task) }], nesting())
  const now = toLines([{ id: 'g', tasks: ['c', 'e'].map(task) }], nesting())
  expect(show(withLeaving(now, before, new Set(['a', 'd'])))).toEqual([
    'a 1/4 leaving',
    'c 1/2',
    'd 4/4 leaving',
    'e 2/2',
  ])
})
