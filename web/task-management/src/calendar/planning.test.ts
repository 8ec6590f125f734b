import type { Task } from '@doable/contracts/task'
import { nowAt } from '@doable/domain/calendar'
import { instantOfDue } from '@doable/domain/due'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entriesByDay } from './entry.ts'
import { lengthened, partsOf, planned, shifted, stretched } from './planning.ts'
import { gapOf, minutesInDay, snapped, standing, timeOf } from './wall.ts'

const berlin = 'Europe/Berlin'
/** What the calendar reads of a task. */
const task = (fields: Partial<Task>): Task =>
  ({
    id: 'a',
    title: 'A',
    completedAt: null,
    repeatRule: null,
    durationMinutes: null,
    ...{ dueOn: null, dueTime: null, dueTimeZone: null },
    ...fields,
  }) as Task

test('days on which the clocks change have 23 and 25 hours, and a gap is known', () => {
  expect(['2026-03-29', '2026-10-25', '2026-11-22'].map((day) => minutesInDay(day, berlin) / 60)).toEqual([
    23, 25, 24,
  ])
  expect(gapOf('2026-03-29', berlin)).toEqual({ from: 120, to: 180 })
  expect(gapOf('2026-10-25', berlin)).toBeNull()
  expect(gapOf('2026-10-04', 'Australia/Lord_Howe')).toEqual({ from: 120, to: 150 })
})

test('a time that the clocks jump over stands where it moves to', () => {
  const floating = { dueOn: '2026-03-29', dueTime: '02:30', dueTimeZone: null }
  expect(standing(floating, berlin)).toEqual({ day: '2026-03-29', time: '03:30' })
  expect(standing({ ...floating, dueOn: '2026-03-30' }, berlin)).toEqual({ day: '2026-03-30', time: '02:30' })
  expect(planned(task({}), { day: '2026-03-29', time: '02:15' }, berlin)).toEqual({
    dueOn: '2026-03-29',
    dueTime: '03:15',
    dueTimeZone: null,
  })
})

test('a fixed zone stands where the person is, and stays its own when it is moved', () => {
  const fixed = task({ dueOn: '2026-11-22', dueTime: '20:00', dueTimeZone: 'America/New_York' })
  expect(standing(fixed, berlin)).toEqual({ day: '2026-11-23', time: '02:00' })
  expect(planned(fixed, { day: '2026-11-25' }, berlin)).toEqual({
    dueOn: '2026-11-24',
    dueTime: '20:00',
    dueTimeZone: 'America/New_York',
  })
  expect(planned(fixed, { day: '2026-11-25', time: '09:00' }, berlin)).toEqual({
    dueOn: '2026-11-25',
    dueTime: '03:00',
    dueTimeZone: 'America/New_York',
  })
  expect(planned(fixed, { day: '2026-11-25', time: null }, berlin).dueTimeZone).toBeNull()
})

test('from all day to a time and back, and away', () => {
  const timed = task({ dueOn: '2026-11-22', dueTime: '09:00' })
  expect(planned(timed, { day: '2026-11-23', time: null }, berlin)).toMatchObject({ dueTime: null })
  expect(planned(timed, { day: '2026-11-23' }, berlin)).toMatchObject({
    dueOn: '2026-11-23',
    dueTime: '09:00',
  })
  expect(planned(timed, null, berlin)).toEqual({ dueOn: null, dueTime: null, dueTimeZone: null })
})

test('steps go over midnight, lengths by a quarter of an hour', () => {
  const late = task({ dueOn: '2026-12-31', dueTime: '23:50' })
  expect(shifted(late, { minutes: 15 }, berlin)).toEqual({ day: '2027-01-01', time: '00:05' })
  expect(shifted(late, { days: -1 }, berlin)).toEqual({ day: '2026-12-30' })
  expect(shifted(task({}), { days: 1 }, berlin)).toBeNull()
  expect([stretched(3), stretched(52), stretched(53)]).toEqual([15, 45, 60])
  expect(lengthened(task({ durationMinutes: null }), 1)).toBe(45)
  expect(lengthened(task({ durationMinutes: 15 }), -1)).toBeNull()
  expect([snapped(-20), snapped(68), snapped(1439)].map(timeOf)).toEqual(['00:00', '01:15', '23:45'])
})

test('a block reaches into the next day, and one without a length stays in its own', () => {
  expect(partsOf('2026-11-22', '23:00', 90)).toEqual([
    { day: '2026-11-22', start: 1380, end: 1440 },
    { day: '2026-11-23', start: 0, end: 30 },
  ])
  expect(partsOf('2026-11-22', '23:50', null)).toEqual([{ day: '2026-11-22', start: 1410, end: 1440 }])
})

test('moving to where it stands changes no moment, wherever the task and its person are', () => {
  const zones = fc.constantFrom(
    berlin,
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Kolkata',
  )
  const days = fc
    .integer({ min: 0, max: 800 })
    .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString())
  const times = fc.integer({ min: 0, max: 1439 }).map(timeOf)
  fc.assert(
    fc.property(days, times, fc.option(zones), zones, (dueOn, dueTime, dueTimeZone, zone) => {
      const before = task({ dueOn, dueTime, dueTimeZone })
      const at = standing(before, zone)
      if (!at) throw new Error('it has a day')
      const after = { ...before, ...planned(before, at, zone) }
      expect(standing(after, zone)).toEqual(at)
      // In an hour that comes twice the later one cannot be said by a wall time of the person.
      const twice =
        minutesInDay(at.day, zone) > 1440 || minutesInDay(after.dueOn ?? dueOn, dueTimeZone ?? zone) > 1440
      if (!twice) expect(instantOfDue(after, zone)).toBe(instantOfDue(before, zone))
    }),
  )
})

test('what comes again is foreseen from today on, in the days in sight alone', () => {
  const now = nowAt('2026-11-22T12:00:00.000Z', berlin)
  const daily = task({
    ...{ dueOn: '2026-11-20', occurrenceOn: '2026-11-20', repeatRule: 'FREQ=DAILY', repeatMode: 'schedule' },
    skippedOn: ['2026-11-23'],
  })
  const days = entriesByDay([daily], { from: '2026-11-19', to: '2026-11-25' }, now)
  const said = [...days.values()].flat().map(({ day, preview }) => `${day} ${preview}`)
  expect(said).toEqual(['2026-11-20 false', '2026-11-22 true', '2026-11-24 true', '2026-11-25 true'])
})

test('a day is sorted: all day, by time, what is done last', () => {
  const now = nowAt('2026-11-22T12:00:00.000Z', berlin)
  const on = (id: string, fields: Partial<Task> = {}) => task({ id, dueOn: '2026-11-23', ...fields })
  const tasks = [
    on('done', { completedAt: '2026-11-22T10:00:00.000Z' }),
    on('late', { dueTime: '17:00' }),
    on('early', { dueTime: '09:00' }),
    on('all day'),
    on('another'),
  ]
  const days = entriesByDay(tasks, { from: '2026-11-23', to: '2026-11-23' }, now)
  expect(days.get('2026-11-23')?.map(({ key }) => key)).toEqual([
    'all day',
    'another',
    'early',
    'late',
    'done',
  ])
})
