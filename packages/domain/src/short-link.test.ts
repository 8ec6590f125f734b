import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { readShortLink, shortLink } from './short-link.ts'
import { taskLink } from './task-link.ts'

test.each([
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ...Array.from({ length: 50 }, () => uuidv7()),
])('%s is found again, in 25 characters', (id) => {
  const path = shortLink({ kind: 'task', id })
  expect(path).toMatch(/^\/t\/[\w-]{22}$/)
  expect(readShortLink(path)).toBe(taskLink({ view: 'today', taskId: id }))
  expect(readShortLink(shortLink({ kind: 'list', id }))).toBe(taskLink({ view: 'list', id }))
})

test.each([
  '/t/',
  '/t/abc',
  `/t/${'_'.repeat(22)}`,
  `/x/${'A'.repeat(22)}`,
  `/t/${'A'.repeat(21)}.`,
  '/tasks/today',
])('%s stands for nothing', (path) => expect(readShortLink(path)).toBeUndefined())
