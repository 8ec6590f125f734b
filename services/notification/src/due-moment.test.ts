import type { Due } from '@doable/domain/due'
import { expect, test } from 'vitest'
import { dueMoment } from './due-moment.ts'

test.each<[string, Partial<Due>, string, string]>([
  [
    'half an hour before its time',
    { dueOn: '2026-11-23', dueTime: '10:00' },
    'Europe/Berlin',
    '2026-11-23T08:30:00.000Z',
  ],
  ['at nine on its day', { dueOn: '2026-11-23' }, 'Europe/Berlin', '2026-11-23T08:00:00.000Z'],
  ['at nine where its person is', { dueOn: '2026-11-23' }, 'America/New_York', '2026-11-23T14:00:00.000Z'],
  ['at nine in half-hour zones', { dueOn: '2026-11-23' }, 'Asia/Kolkata', '2026-11-23T03:30:00.000Z'],
  [
    'at nine on the day of the clock change',
    { dueOn: '2026-10-25' },
    'Europe/Berlin',
    '2026-10-25T08:00:00.000Z',
  ],
  ['at nine the day before it', { dueOn: '2026-10-24' }, 'Europe/Berlin', '2026-10-24T07:00:00.000Z'],
  [
    'in a gap: moved on by it',
    { dueOn: '2026-03-29', dueTime: '02:30' },
    'Europe/Berlin',
    '2026-03-29T01:00:00.000Z',
  ],
  [
    'in an overlap: the first',
    { dueOn: '2026-10-25', dueTime: '02:30' },
    'Europe/Berlin',
    '2026-10-25T00:00:00.000Z',
  ],
  [
    'in the zone it is fixed to',
    { dueOn: '2026-11-23', dueTime: '10:00', dueTimeZone: 'Asia/Tokyo' },
    'Europe/Berlin',
    '2026-11-23T00:30:00.000Z',
  ],
  [
    'just after midnight: the day before',
    { dueOn: '2026-11-23', dueTime: '00:10' },
    'UTC',
    '2026-11-22T23:40:00.000Z',
  ],
  [
    'where midnight is skipped',
    { dueOn: '2026-09-06', dueTime: '00:00' },
    'America/Santiago',
    '2026-09-06T03:30:00.000Z',
  ],
])('a person is told %s', (_, { dueOn, dueTime = null, dueTimeZone = null }, zone, instant) => {
  expect(dueMoment({ dueOn: dueOn ?? '', dueTime, dueTimeZone }, zone).toISOString()).toBe(instant)
})
