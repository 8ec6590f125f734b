import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './calendar.ts'
import { earliestDay, movedBy, movedPlan, type Plan } from './moved-plan.ts'
import { preview } from './recurrence/series.ts'

const unplanned: Plan = {
  startOn: null,
  dueOn: null,
  deadlineOn: null,
  reminders: [],
  repeatRule: null,
  occurrenceOn: null,
  skippedOn: [],
}
const repeating = (repeatRule: string, on: string, fields: Partial<Plan> = {}): Plan => ({
  ...{ ...unplanned, repeatRule, dueOn: on, occurrenceOn: on },
  ...fields,
})

test('the earliest day is the first of all starts, dues and deadlines', () => {
  expect(earliestDay([])).toBeNull()
  expect(earliestDay([unplanned, unplanned])).toBeNull()
  const tasks = [
    { ...unplanned, dueOn: '2026-03-02' },
    { ...unplanned, startOn: '2026-02-27', dueOn: '2026-03-05' },
    { ...unplanned, deadlineOn: '2026-03-01' },
  ]
  expect(earliestDay(tasks)).toBe('2026-02-27')
})

test.each([
  ['over the change of the clocks in spring', '2026-03-28', 1, '2026-03-29'],
  ['over the change of the clocks in autumn', '2026-10-24', 2, '2026-10-26'],
  ['over a day that Apia does not have', '2011-12-29', 1, '2011-12-30'],
  ['to a leap day', '2028-02-28', 1, '2028-02-29'],
  ['from a leap day to a year without one', '2028-02-29', 365, '2029-02-28'],
  ['over no leap day', '2027-02-28', 1, '2027-03-01'],
  ['back over the turn of the year', '2027-01-02', -3, '2026-12-30'],
  ['not past the last day there is', '2200-12-30', 40, '2200-12-31'],
])('a day moves by calendar days %s', (_, day, by, to) => {
  const plan = { ...unplanned, startOn: day, dueOn: day, deadlineOn: day }
  expect(movedPlan(plan, by)).toMatchObject({ startOn: to, dueOn: to, deadlineOn: to })
})

test('days keep their distances, and there and back is where it was', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n))
  const property = fc.property(day, day, fc.integer({ min: -9000, max: 9000 }), (startOn, dueOn, by) => {
    const moved = movedPlan({ ...unplanned, startOn, dueOn }, by)
    expect(daysBetween(moved.startOn as string, moved.dueOn as string)).toBe(daysBetween(startOn, dueOn))
    expect(movedPlan(moved, -by)).toMatchObject({ startOn, dueOn })
  })
  fc.assert(property)
})

test('reminders at a time of their own move along, others stay what they are', () => {
  const before = { kind: 'before', of: 'due', minutes: 30 } as const
  const at = { kind: 'at', on: '2028-02-28', time: '09:00', timeZone: null } as const
  expect(movedPlan({ ...unplanned, reminders: [before, at] }, 2).reminders).toEqual([
    before,
    { ...at, on: '2028-03-01' },
  ])
})

test('a repetition ends as many days later, or after as many times', () => {
  const until = repeating('FREQ=DAILY;UNTIL=20260630', '2026-06-28', { skippedOn: ['2026-06-29'] })
  expect(movedBy(until, 5)).toBe(5)
  expect(movedPlan(until, 5)).toMatchObject({
    ...{ repeatRule: 'FREQ=DAILY;UNTIL=20260705', dueOn: '2026-07-03', occurrenceOn: '2026-07-03' },
    skippedOn: ['2026-07-04'],
  })
  const counted = repeating('FREQ=WEEKLY;COUNT=3', '2026-06-28')
  expect(movedPlan(counted, 5)).toMatchObject({ repeatRule: 'FREQ=WEEKLY;COUNT=3', dueOn: '2026-07-03' })
})

test.each([
  ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20260629', '2026-06-08', 3, '2026-06-15'],
  ['FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4', '2026-06-08', 3, '2026-06-11'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-06-30', 1, '2026-07-31'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2028-02-29', 1, '2032-02-29'],
])('%s begins on a day of its rule, and as often', (repeatRule, on, by, to) => {
  const plan = repeating(repeatRule, on)
  const moved = movedPlan(plan, movedBy(plan, by))
  expect(moved).toMatchObject({ dueOn: to, occurrenceOn: to })
  const times = ({ repeatRule: rule, occurrenceOn, skippedOn }: Plan) =>
    preview(
      { repeatRule: rule as string, repeatMode: 'schedule', occurrenceOn: occurrenceOn as string, skippedOn },
      5,
    ).length
  expect(times(moved)).toBe(times(plan))
})
