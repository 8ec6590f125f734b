import { standardSettings } from '@doable/contracts/notification-settings'
import type { Reminder } from '@doable/contracts/reminder'
import { expect, test } from 'vitest'
import { alarmsOf } from './alarms.ts'
import type { Watched } from './watched-task.ts'

const nothing = {
  startOn: null,
  dueOn: null,
  dueTime: null,
  dueTimeZone: null,
  deadlineOn: null,
  reminders: [],
  snoozedUntil: null,
  paused: false,
}
const moments = (task: Partial<Watched>, zone: string, settings = standardSettings) =>
  alarmsOf({ ...nothing, ...task }, zone, settings).map(({ kind, at }) => [kind, at.toISOString()])
const before = (minutes: number, of: 'start' | 'due' | 'deadline' = 'due'): Reminder => ({
  kind: 'before',
  of,
  minutes,
})
const at = (on: string, time: string, timeZone: string | null = null): Reminder => ({
  kind: 'at',
  on,
  time,
  timeZone,
})

/**
 * Both days in 2026 on which the clocks change: the moment of a whole day, and of 02:30, which one of them skips and the other
 * has twice (in Santiago it is 00:30, on Lord Howe it is half an hour that is missing, in Kolkata and Kathmandu nothing
 * changes). In Apia the clocks changed until 2021, and the whole of 30 December 2011 was left out.
 */
test.each([
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z', '2026-03-29T07:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', '2026-10-25T08:00:00.000Z'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z', '2026-03-08T13:00:00.000Z'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z', '2026-11-01T14:00:00.000Z'],
  ['America/Santiago', '2026-09-06', '00:30', '2026-09-06T04:30:00.000Z', '2026-09-06T12:00:00.000Z'],
  ['America/Santiago', '2026-04-04', '23:30', '2026-04-05T02:30:00.000Z', '2026-04-04T12:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00.000Z', '2026-10-03T22:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z', '2026-04-04T22:30:00.000Z'],
  ['Asia/Kolkata', '2026-03-29', '02:30', '2026-03-28T21:00:00.000Z', '2026-03-29T03:30:00.000Z'],
  ['Asia/Kolkata', '2026-10-25', '02:30', '2026-10-24T21:00:00.000Z', '2026-10-25T03:30:00.000Z'],
  ['Asia/Kathmandu', '2026-03-29', '02:30', '2026-03-28T20:45:00.000Z', '2026-03-29T03:15:00.000Z'],
  ['Asia/Kathmandu', '2026-10-25', '02:30', '2026-10-24T20:45:00.000Z', '2026-10-25T03:15:00.000Z'],
  ['America/St_Johns', '2026-03-08', '02:30', '2026-03-08T06:00:00.000Z', '2026-03-08T11:30:00.000Z'],
  ['America/St_Johns', '2026-11-01', '01:30', '2026-11-01T04:00:00.000Z', '2026-11-01T12:30:00.000Z'],
  ['Pacific/Apia', '2020-09-27', '03:30', '2020-09-26T14:30:00.000Z', '2020-09-26T19:00:00.000Z'],
  ['Pacific/Apia', '2021-04-04', '03:30', '2021-04-03T13:30:00.000Z', '2021-04-03T20:00:00.000Z'],
  ['Pacific/Apia', '2026-04-05', '03:30', '2026-04-04T14:30:00.000Z', '2026-04-04T20:00:00.000Z'],
  ['Pacific/Apia', '2011-12-30', '02:30', '2011-12-30T12:30:00.000Z', '2011-12-30T19:00:00.000Z'],
  ['Pacific/Auckland', '2026-09-27', '02:30', '2026-09-26T14:30:00.000Z', '2026-09-26T20:00:00.000Z'],
  ['Pacific/Auckland', '2026-04-05', '02:30', '2026-04-04T13:30:00.000Z', '2026-04-04T21:00:00.000Z'],
])('in %s on %s', (zone, day, time, instant, morning) => {
  expect(moments({ reminders: [at(day, time)] }, zone)).toEqual([['reminder', instant]])
  const timed = moments({ dueOn: day, dueTime: time, reminders: [before(0)] }, zone)
  expect(timed[0]).toEqual(['reminder', instant])
  expect(timed[1]).toEqual(['due-soon', new Date(Date.parse(instant) - 30 * 60_000).toISOString()])
  const whole = moments({ dueOn: day, reminders: [before(60)] }, zone)
  expect(whole[0]).toEqual(['reminder', new Date(Date.parse(morning) - 3_600_000).toISOString()])
  expect(whole[1]).toEqual(['due-soon', morning])
})

test('overdue the morning after, where that has 23 or 25 hours too', () => {
  const overdue = (dueOn: string, more: Partial<Watched> = {}, zone = 'Europe/Berlin') =>
    moments({ dueOn, ...more }, zone).at(-1)
  expect(overdue('2026-03-28')).toEqual(['overdue', '2026-03-29T07:00:00.000Z'])
  expect(overdue('2026-10-24')).toEqual(['overdue', '2026-10-25T08:00:00.000Z'])
  expect(overdue('2026-11-23', { dueTime: '10:00' })).toEqual(['overdue', '2026-11-24T08:00:00.000Z'])
  const fixed = { dueTime: '20:00', dueTimeZone: 'America/New_York' }
  expect(overdue('2026-11-23', fixed)).toEqual(['overdue', '2026-11-25T08:00:00.000Z'])
})

test('a deadline the day before and the day after; the day after once where it is the due day as well', () => {
  expect(moments({ deadlineOn: '2026-11-25' }, 'UTC')).toEqual([
    ['due-soon', '2026-11-24T09:00:00.000Z'],
    ['overdue', '2026-11-26T09:00:00.000Z'],
  ])
  const both = moments({ dueOn: '2026-11-25', deadlineOn: '2026-11-25' }, 'UTC')
  expect(both.filter(([kind]) => kind === 'overdue')).toEqual([['overdue', '2026-11-26T09:00:00.000Z']])
})

test('as long before and at the hour that the person has chosen', () => {
  const settings = { ...standardSettings, dueSoonMinutes: 120, allDayAt: '07:15' }
  expect(moments({ dueOn: '2026-11-23', dueTime: '10:00' }, 'UTC', settings)).toEqual([
    ['due-soon', '2026-11-23T08:00:00.000Z'],
    ['overdue', '2026-11-24T07:15:00.000Z'],
  ])
  expect(moments({ dueOn: '2026-11-23' }, 'UTC', settings)[0]).toEqual([
    'due-soon',
    '2026-11-23T07:15:00.000Z',
  ])
})

test('what floats goes along with the person, what is fixed does not', () => {
  const floating = { reminders: [at('2026-11-23', '10:00')] }
  const fixed = { reminders: [at('2026-11-23', '10:00', 'Europe/Berlin')] }
  expect(moments(floating, 'Europe/Berlin')).toEqual([['reminder', '2026-11-23T09:00:00.000Z']])
  expect(moments(floating, 'Asia/Tokyo')).toEqual([['reminder', '2026-11-23T01:00:00.000Z']])
  expect(moments(fixed, 'Asia/Tokyo')).toEqual(moments(fixed, 'Europe/Berlin'))
})

test('a reminder of a day that is not there waits; a silent list has no moments', () => {
  expect(moments({ reminders: [before(10), before(10, 'start'), before(10, 'deadline')] }, 'UTC')).toEqual([])
  expect(moments({ dueOn: '2026-11-23', reminders: [before(10)], paused: true }, 'UTC')).toEqual([])
})

test('which moments there are and what they are called does not hang on zone and settings', () => {
  const task = {
    ...nothing,
    startOn: '2026-11-20',
    dueOn: '2026-11-23',
    dueTime: '23:30',
    dueTimeZone: 'America/Argentina/ComodRivadavia',
    deadlineOn: '2026-11-24',
    reminders: [
      before(10),
      before(0, 'start'),
      before(43_200, 'deadline'),
      at('2026-11-22', '18:30', 'Asia/Tokyo'),
    ],
    snoozedUntil: new Date('2026-11-22T18:00:00.000Z'),
  }
  const names = (zone: string, dueSoonMinutes: number) =>
    alarmsOf(task, zone, { ...standardSettings, dueSoonMinutes, allDayAt: '00:00' }).map(
      ({ kind, key }) => `${kind}:${key}`,
    )
  expect(names('Pacific/Kiritimati', 0)).toEqual(names('Pacific/Pago_Pago', 10_080))
  expect(new Set(names('UTC', 0)).size).toBe(names('UTC', 0).length)
})
