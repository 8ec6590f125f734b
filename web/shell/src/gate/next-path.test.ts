import { expect, test } from 'vitest'
import { nextPath, withNext } from './next-path.ts'

const origin = 'https://doable.test'

test.each([
  ['/tasks/inbox?task=1#x', '/tasks/inbox?task=1#x'],
  ['/overview', '/overview'],
  ['', '/'],
  ['https://evil.test/', '/'],
  ['//evil.test/', '/'],
  ['/\\evil.test/', '/'],
  ['/\t/evil.test/', '/'],
  ['\\\\evil.test', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?next=/x', '/'],
  ['/register', '/'],
])('after signing in, next=%j goes to %s', (next, expected) => {
  expect(nextPath(`?next=${encodeURIComponent(next)}`, origin)).toBe(expected)
})

test('where a person wanted to go is remembered, the start need not be', () => {
  expect(withNext('/sign-in', '/tasks/inbox?task=1')).toBe('/sign-in?next=%2Ftasks%2Finbox%3Ftask%3D1')
  expect(withNext('/sign-in', '/')).toBe('/sign-in')
})
