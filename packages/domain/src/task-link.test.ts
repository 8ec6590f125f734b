import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTaskLink, type TaskLink, taskLink } from './task-link.ts'

test.each<[TaskLink, string]>([
  [{ view: 'today' }, '/tasks/today'],
  [{ view: 'inbox', taskId: 't1' }, '/tasks/inbox?task=t1'],
  [{ view: 'list', id: 'abc' }, '/tasks/list/abc'],
  [{ view: 'label', name: 'waiting for/ü?' }, '/tasks/label/waiting%20for%2F%C3%BC%3F'],
  [{ view: 'search', words: 'a b&c' }, '/tasks/search?q=a+b%26c'],
  [{ view: 'all' }, '/tasks/all'],
  [{ view: 'all', filter: 'p1 & #Home' }, '/tasks/all?filter=p1+%26+%23Home'],
  [{ view: 'filter', id: 'f1' }, '/tasks/filter/f1'],
  [{ view: 'filter', id: 'f1', filter: 'p1', taskId: 't1' }, '/tasks/filter/f1?filter=p1&task=t1'],
])('%j is at %s and is read back from there', (link, address) => {
  expect(taskLink(link)).toBe(address)
  const [path, query] = address.split('?')
  expect(readTaskLink(path as string, query)).toEqual(link)
})

test('other addresses show no tasks', () => {
  for (const path of [
    '/',
    '/overview',
    '/tasks',
    '/tasks/nonsense',
    '/tasks/list',
    '/tasks/filter',
    '/tasks/today/x',
  ])
    expect(readTaskLink(path)).toBeUndefined()
  expect(readTaskLink('/tasks/label/%E0%A4%A')).toEqual({ view: 'label', name: '%E0%A4%A' })
})

test('every query survives its address', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (filter) => {
      const [path, query] = taskLink({ view: 'all', filter }).split('?')
      expect(readTaskLink(path as string, query)).toEqual({ view: 'all', filter })
    }),
  )
})
