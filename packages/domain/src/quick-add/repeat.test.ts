import { expect, test } from 'vitest'
import { parse, shown } from './testing.ts'

test('weeks that begin on Sunday say so where it matters', () => {
  const sunday = { weekStart: 7 } as const
  expect(shown('Gym every 2 weeks on sun, mon', sunday)).toBe(
    'Gym | 11-22 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU',
  )
  expect(shown('Gym every sun', sunday)).toBe('Gym | 11-22 | FREQ=WEEKLY;BYDAY=SU')
})

test('a repetition turned back to text takes its days along', () => {
  expect(parse('Gym every monday', { ignored: new Set([4]) })).toMatchObject({
    title: 'Gym every monday',
    fields: { dueOn: null, repeatRule: null, repeatMode: null },
  })
})
