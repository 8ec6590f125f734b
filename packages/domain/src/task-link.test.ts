import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTaskLink, type TaskFilter, type TaskLink, taskLink } from './task-link.ts'

test.each<[TaskLink, string]>([
  [{ view: 'today' }, '/tasks/today'],
  [{ view: 'inbox', taskId: 't1' }, '/tasks/inbox?task=t1'],
  [{ view: 'list', id: 'abc' }, '/tasks/list/abc'],
  [{ view: 'label', name: 'waiting for/ü?' }, '/tasks/label/waiting%20for%2F%C3%BC%3F'],
  [{ view: 'search', words: 'a b&c' }, '/tasks/search?q=a+b%26c'],
  [{ view: 'all', filter: { priority: 1 } }, '/tasks/all?priority=1'],
  [{ view: 'all', filter: { completedOn: '2026-11-22' } }, '/tasks/all?completedOn=2026-11-22'],
  [{ view: 'all', filter: { overdue: true, listId: 'x' } }, '/tasks/all?list=x&overdue=1'],
])('%j is at %s and is read back from there', (link, address) => {
  expect(taskLink(link)).toBe(address)
  const [path, query] = address.split('?')
  expect(readTaskLink(path as string, query)).toEqual(link)
})

test('other addresses show no tasks, and malformed filters are left out', () => {
  for (const path of ['/', '/overview', '/tasks', '/tasks/nonsense', '/tasks/list', '/tasks/today/x'])
    expect(readTaskLink(path)).toBeUndefined()
  expect(readTaskLink('/tasks/all', '?priority=9&dueOn=tomorrow&overdue=yes&list=')).toEqual({
    view: 'all',
    filter: {},
  })
  expect(readTaskLink('/tasks/label/%E0%A4%A')).toEqual({ view: 'label', name: '%E0%A4%A' })
})

const day = fc
  .date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const filter: fc.Arbitrary<TaskFilter> = fc.record(
  {
    listId: fc.uuid(),
    label: fc.string({ minLength: 1, unit: 'grapheme' }),
    priority: fc.integer({ min: 1, max: 4 }),
    overdue: fc.constant(true),
    undated: fc.constant(true),
    completed: fc.constant(true),
    dueOn: day,
    dueFrom: day,
    dueTo: day,
    completedOn: day,
    completedFrom: day,
    completedTo: day,
  },
  { requiredKeys: [] },
)

test('every filter survives its address', () => {
  fc.assert(
    fc.property(filter, (each) => {
      const [path, query] = taskLink({ view: 'all', filter: each }).split('?')
      expect(readTaskLink(path as string, query)).toEqual({ view: 'all', filter: each })
    }),
  )
})
