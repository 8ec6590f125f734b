import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nowAt } from './calendar.ts'
import { dayOfInstant, dueIn, instantOfDue, isOverdue, isPast, isToday } from './due.ts'

const due = (dueOn: string | null, dueTime: string | null = null, dueTimeZone: string | null = null) => ({
  dueOn,
  dueTime,
  dueTimeZone,
})

test.each([
  ['an ordinary day', '2026-11-22', '17:00', 'Europe/Berlin', '2026-11-22T16:00:00.000Z'],
  ['Berlin, a gap: forward by an hour', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['Berlin, an overlap: the first', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['New York, a gap', '2026-03-08', '02:15', 'America/New_York', '2026-03-08T07:15:00.000Z'],
  ['New York, an overlap', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  [
    'Lord Howe, a gap of half an hour',
    '2026-10-04',
    '02:15',
    'Australia/Lord_Howe',
    '2026-10-03T15:45:00.000Z',
  ],
  ['Lord Howe, an overlap', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ['Apia, a day that never was', '2011-12-30', '10:00', 'Pacific/Apia', '2011-12-30T20:00:00.000Z'],
  ['Kathmandu', '2026-11-22', '00:00', 'Asia/Kathmandu', '2026-11-21T18:15:00.000Z'],
  ['after 32 bits', '2038-01-20', '06:45', 'Europe/Berlin', '2038-01-20T05:45:00.000Z'],
  ['the next century', '2100-07-01', '06:45', 'Europe/Berlin', '2100-07-01T04:45:00.000Z'],
])('the instant of a wall time: %s', (_, day, time, zone, instant) => {
  expect(instantOfDue(due(day, time), zone)).toBe(instant)
  expect(instantOfDue(due(day, time, zone), 'UTC')).toBe(instant)
})

test('a daily 06:45 stays 06:45 over the autumn change', () => {
  const shown = ['2026-10-24', '2026-10-25', '2026-10-26'].map((day) =>
    nowAt(instantOfDue(due(day, '06:45'), 'Europe/Berlin') as string, 'Europe/Berlin'),
  )
  expect(shown.map(({ day, time }) => `${day} ${time}`)).toEqual([
    '2026-10-24 06:45',
    '2026-10-25 06:45',
    '2026-10-26 06:45',
  ])
})

test('a fixed due is seen in its viewer’s zone, a floating one is the same everywhere', () => {
  expect(dueIn(due('2026-11-22', '23:00', 'America/New_York'), 'Europe/Berlin')).toEqual({
    day: '2026-11-23',
    time: '05:00',
  })
  expect(dueIn(due('2026-11-22', '23:00'), 'Europe/Berlin')).toEqual({ day: '2026-11-22', time: '23:00' })
  expect(dueIn(due('2026-11-22'), 'Pacific/Kiritimati')).toEqual({ day: '2026-11-22', time: null })
  expect(dueIn(due(null), 'UTC')).toBe(null)
  expect(instantOfDue(due('2026-11-22'), 'UTC')).toBe(null)
})

test('today and overdue are the person’s', () => {
  const instant = '2026-11-22T23:30:00.000Z'
  const berlin = nowAt(instant, 'Europe/Berlin')
  const newYork = nowAt(instant, 'America/New_York')
  expect(isToday(due('2026-11-23'), berlin)).toBe(true)
  expect(isToday(due('2026-11-23'), newYork)).toBe(false)
  expect(isOverdue(due('2026-11-22'), berlin)).toBe(true)
  expect(isOverdue(due('2026-11-22'), newYork)).toBe(false)
  expect(isToday(due('2026-11-22', '20:00', 'America/New_York'), berlin)).toBe(true)
  expect(isOverdue(due(null), berlin)).toBe(false)
  expect(isOverdue({ ...due(null), deadlineOn: '2026-11-22' }, berlin)).toBe(true)
  expect(isOverdue({ ...due('2026-12-01'), deadlineOn: '2026-11-23' }, berlin)).toBe(false)
})

test('a time of today passes without making the task overdue', () => {
  const now = nowAt('2026-11-22T16:00:00.000Z', 'Europe/Berlin')
  expect(isPast(due('2026-11-22', '16:59'), now)).toBe(true)
  expect(isOverdue(due('2026-11-22', '16:59'), now)).toBe(false)
  expect(isPast(due('2026-11-22', '17:00'), now)).toBe(false)
  expect(isPast(due('2026-11-22'), now)).toBe(false)
  expect(isPast(due('2026-11-21'), now)).toBe(true)
  expect(isPast(due('2026-11-22', '12:00', 'America/New_York'), now)).toBe(false)
  expect(isPast(due('2026-11-22', '10:00', 'America/New_York'), now)).toBe(true)
})

test('in the hour that comes twice a time has passed once its first pass is over', () => {
  const second = nowAt('2026-10-25T01:10:00.000Z', 'Europe/Berlin')
  expect(second.time).toBe('02:10')
  expect(isPast(due('2026-10-25', '02:30'), second)).toBe(true)
})

test('a fixed due is the same instant for whoever looks', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC')
  const day = fc
    .integer({ min: 0, max: 60_000 })
    .map((n) => Temporal.PlainDate.from('2012-01-01').add({ days: n }))
  const time = fc.tuple(fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }))
  fc.assert(
    fc.property(day, time, zones, zones, (on, [hour, minute], from, to) => {
      const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      const fixed = due(on.toString(), at, from)
      const seen = dueIn(fixed, to)
      expect(dayOfInstant(instantOfDue(fixed, to), to)).toBe(seen?.day)
      expect(isToday(fixed, nowAt(instantOfDue(fixed, to) as string, to))).toBe(true)
    }),
  )
})
