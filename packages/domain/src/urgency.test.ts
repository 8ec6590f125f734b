import { expect, test } from 'vitest'
import { nowAt } from './calendar.ts'
import { groupByUrgency, type Urgency, urgencyOf } from './urgency.ts'

const now = nowAt('2026-11-22T16:00:00.000Z', 'Europe/Berlin')
const due = (dueOn: string | null, dueTime: string | null = null, dueTimeZone: string | null = null) => ({
  dueOn,
  dueTime,
  dueTimeZone,
})

test.each<[Urgency, string, ReturnType<typeof due> & { deadlineOn?: string }]>([
  ['overdue', 'yesterday', due('2026-11-21')],
  ['today', 'all day', due('2026-11-22')],
  ['today', 'at a time that has passed', due('2026-11-22', '09:00')],
  ['today', 'on another day elsewhere', due('2026-11-21', '20:00', 'America/New_York')],
  ['soon', 'tomorrow', due('2026-11-23')],
  ['soon', 'in six days', due('2026-11-28')],
  ['later', 'in a week', due('2026-11-29')],
  ['none', 'no day', due(null)],
  ['overdue', 'past its deadline', { ...due('2026-12-01'), deadlineOn: '2026-11-21' }],
  ['none', 'deadline today', { ...due(null), deadlineOn: '2026-11-22' }],
])('%s: %s', (urgency, _, task) => {
  expect(urgencyOf(task, now)).toBe(urgency)
})

test('groups keep the order of their tasks', () => {
  const tasks = ['2026-11-25', null, '2026-11-24', '2026-11-22'].map((day) => due(day))
  const groups = groupByUrgency(tasks, now)
  expect(groups.soon).toEqual([tasks[0], tasks[2]])
  expect(groups.today).toEqual([tasks[3]])
  expect(groups.none).toEqual([tasks[1]])
  expect(groups.overdue).toEqual([])
})
