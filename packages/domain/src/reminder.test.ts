import type { Reminder } from '@doable/contracts/reminder'
import { expect, test } from 'vitest'
import { distinctReminders, instantOfReminder, isWaiting, movedReminders } from './reminder.ts'

const none = { startOn: null, dueOn: null, dueTime: null, dueTimeZone: null, deadlineOn: null }
const before = (minutes: number, of: 'start' | 'due' | 'deadline' = 'due'): Reminder => ({
  kind: 'before',
  of,
  minutes,
})
const at = (on: string, time = '18:30', timeZone: string | null = null): Reminder => ({
  kind: 'at',
  on,
  time,
  timeZone,
})

test.each([
  ['a whole day counts from nine', { dueOn: '2026-12-24' }, before(0), '2026-12-24T08:00:00.000Z'],
  ['a time counts itself', { dueOn: '2026-12-24', dueTime: '14:00' }, before(10), '2026-12-24T12:50:00.000Z'],
  [
    'a fixed time counts where it is fixed',
    { dueOn: '2026-12-24', dueTime: '14:00', dueTimeZone: 'Asia/Tokyo' },
    before(60),
    '2026-12-24T04:00:00.000Z',
  ],
  [
    'a time of the due date is none of the deadline',
    { dueOn: '2026-12-24', dueTime: '14:00', deadlineOn: '2026-12-26' },
    before(1440, 'deadline'),
    '2026-12-25T08:00:00.000Z',
  ],
  ['a start', { startOn: '2026-07-01' }, before(30, 'start'), '2026-07-01T06:30:00.000Z'],
  ['a time of its own', {}, at('2026-12-24'), '2026-12-24T17:30:00.000Z'],
  ['a time of its own elsewhere', {}, at('2026-12-24', '18:30', 'Asia/Tokyo'), '2026-12-24T09:30:00.000Z'],
  ['an hour that is not there', {}, at('2026-03-29', '02:30'), '2026-03-29T01:30:00.000Z'],
  [
    'minutes are minutes where the clocks change',
    { dueOn: '2026-03-29', dueTime: '04:00' },
    before(120),
    '2026-03-29T00:00:00.000Z',
  ],
] as const)('%s', (_what, days, reminder, instant) => {
  const task = { ...none, ...days }
  expect(instantOfReminder(task, reminder, 'Europe/Berlin')).toBe(instant)
  expect(isWaiting(task, reminder)).toBe(false)
})

test.each(['start', 'due', 'deadline'] as const)('without a %s it waits', (of) => {
  expect(instantOfReminder(none, before(10, of), 'UTC')).toBeNull()
  expect(isWaiting(none, before(10, of))).toBe(true)
})

test('those at a time of their own move by days, within the days there may be, and are never twice the same', () => {
  const all = [before(10), at('2026-12-24'), at('2200-12-30'), at('2200-12-31')]
  expect(movedReminders(all, 7)).toEqual([before(10), at('2026-12-31'), at('2200-12-31')])
  expect(movedReminders([at('1900-01-03')], -7)).toEqual([at('1900-01-01')])
})

test('the same reminder is the same in whatever order its fields come', () => {
  const other: Reminder = { minutes: 10, kind: 'before', of: 'due' }
  expect(distinctReminders([before(10), at('2026-12-24'), other])).toEqual([before(10), at('2026-12-24')])
})
