import { nowAt } from '@doable/domain/calendar'
import { expect, test } from 'vitest'
import type { Group } from '../lines/group.ts'
import type { FieldGrouping, World } from './entries.ts'
import { flatGroups } from './flat-groups.ts'
import { grouped } from './grouped.ts'

type Task = Group['tasks'][number]
const now = nowAt('2026-11-22T11:00:00.000Z', 'Europe/Berlin')
const world: World = {
  now,
  lists: [
    { id: 'work', role: 'owner' },
    { id: 'club', role: 'viewer' },
  ],
  labels: [{ name: 'Home' }, { name: 'shop' }],
  people: [{ id: 'ada' }],
}
const plain = { dueOn: null, dueTime: null, dueTimeZone: null, deadlineOn: null, completedAt: null }
const task = (id: string, fields: object = {}) =>
  ({ ...plain, id, labels: [], priority: 4, listId: 'work', assigneeId: null, ...fields }) as unknown as Task

/** Each group as `key: ids → what a task gets there`. */
function shown(tasks: Task[], by: FieldGrouping, page = {}) {
  const groups = grouped(tasks, by, world, { key: 'page', add: { listId: 'work' }, ...page })
  return groups.map(({ id, tasks, into, add }) => {
    const name = id.replace(/^\w+ (.*) of page$/, '$1')
    return [name, tasks.map((each) => each.id).join(''), into, add && { ...add, listId: undefined }]
  })
}
const filled = (tasks: Task[], by: FieldGrouping) =>
  Object.fromEntries(shown(tasks, by).flatMap(([name, ids]) => (ids ? [[name, ids]] : [])))

test('by date: what is late cannot be moved to, days come in order, what has none last', () => {
  const tasks = [
    task('a', { dueOn: '2026-12-24' }),
    task('b', { dueOn: '2026-11-20' }),
    task('c'),
    task('d', { dueOn: '2026-11-22' }),
  ]
  expect(shown(tasks, 'date')).toEqual([
    ['overdue', 'b', undefined, undefined],
    ['2026-11-22', 'd', { dueOn: '2026-11-22' }, { dueOn: '2026-11-22' }],
    ['2026-11-23', '', { dueOn: '2026-11-23' }, { dueOn: '2026-11-23' }],
    ['2026-12-24', 'a', { dueOn: '2026-12-24' }, { dueOn: '2026-12-24' }],
    ['none', 'c', { dueOn: null }, {}],
  ])
})

test('by label: a task stands under its first one, whoever has an entry for it and however it is written', () => {
  const tasks = [
    task('a', { labels: ['shop', 'home'] }),
    task('b', { labels: ['HOME'] }),
    task('c', { labels: ['stray'] }),
    task('d'),
  ]
  expect(filled(tasks, 'label')).toEqual({ '@home': 'b', '@shop': 'a', '@stray': 'c', none: 'd' })
})

test('by priority, list and person: nothing is put where it may not be', () => {
  expect(filled([task('a', { priority: 1 }), task('b')], 'priority')).toEqual({ 1: 'a', 4: 'b' })
  const [work, club] = shown([task('a'), task('b', { listId: 'club' })], 'list')
  expect(work).toEqual(['work', 'a', { listId: 'work', sectionId: null }, {}])
  expect(club).toEqual(['club', 'b', undefined, undefined])
  const people = [task('a', { assigneeId: 'ada' }), task('b', { assigneeId: 'gone' }), task('c')]
  expect(filled(people, 'assignee')).toEqual({ ada: 'a', gone: 'b', none: 'c' })
  for (const [, , into, add] of shown(people, 'assignee', { writable: false }))
    expect([into, add]).toEqual([undefined, undefined])
})

test('every task is in one group, in the order of the page, and what is completed comes last', () => {
  const open = Array.from({ length: 40 }, (_, at) => task(`${at}`, { priority: (at % 4) + 1 }))
  for (const groupBy of ['none', 'section', 'date', 'priority', 'label', 'list', 'assignee'] as const) {
    const groups = flatGroups({ open, completed: [task('z')], groupBy, world, base: { key: 'page' } })
    expect(groups.at(-1)).toMatchObject({ heading: { kind: 'completed' }, tasks: [{ id: 'z' }] })
    const all = groups.slice(0, -1).flatMap(({ tasks }) => tasks.map(({ id }) => Number(id)))
    expect(all.toSorted((a, b) => a - b)).toEqual(open.map((_, at) => at))
    for (const { tasks } of groups.slice(0, -1)) {
      const places = tasks.map(({ id }) => Number(id))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  }
})

test('a task added to a group of a page of a label gets the labels of both', () => {
  const groups = grouped([], 'label', world, { key: 'page', add: { labels: ['errand'] } })
  expect(groups.map(({ add }) => add?.labels)).toEqual([['errand', 'Home'], ['errand', 'shop'], ['errand']])
})
