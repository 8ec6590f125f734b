import type { TaskCounts } from '@doable/contracts/task-query'
import { type Now, nowAt } from '@doable/domain/calendar'
import { isOverdue, isToday } from '@doable/domain/due'
import { day } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import { inSight } from './task-filter.ts'

const open = 't.completedAt IS NULL AND t.trashedAt IS NULL'
const sum = (condition: string, name: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`
type Group = Record<'undone' | 'done' | 'overdue' | 'today' | 'trashed', number>
type Fixed = Record<'dueOn' | 'deadlineOn', unknown> &
  Record<'timeZone' | 'dueTime' | 'dueTimeZone', string | null>

/** How many tasks a person has, in three statements. Only lists in use count. */
export async function taskCounts(platform: Platform, me: string): Promise<TaskCounts> {
  const read = <T extends object>(sql: string, bind: object) =>
    platform.db.query<T>(sql, { bind: { me, ...bind }, type: QueryTypes.SELECT })
  const due = await read<Fixed>(fixedDues, {})
  const now = nowAt(platform.clock.now().toISOString(), due[0]?.timeZone ?? 'UTC')
  const groups = await read<Group & { listId: string; priority: number }>(byListAndPriority, {
    today: now.day,
  })
  const words = await read<Group & { label: string }>(byWord, {})
  const total = (name: keyof Group, some: readonly Group[] = groups) =>
    some.reduce((all, group) => all + Number(group[name]), 0)
  const both = (some: readonly Group[]) => ({ open: total('undone', some), completed: total('done', some) })
  const fixed = fixedCounts(due, now)
  return {
    overdue: total('overdue') + fixed.overdue,
    today: total('today') + fixed.today,
    ...both(groups),
    trashed: total('trashed'),
    byList: [...Map.groupBy(groups, ({ listId }) => listId)].map(([listId, some]) => ({
      listId,
      ...both(some),
    })),
    byLabel: words.map((word) => ({ label: word.label, ...both([word]) })),
    byPriority: [1, 2, 3, 4].map((priority) => ({
      priority,
      ...both(groups.filter((group) => group.priority === priority)),
    })),
  }
}

/** Dues in a zone of their own, to be counted by the calendar; one row with nulls where there are none. */
const fixedDues = `
  SELECT p.timeZone, t.dueOn, t.dueTime, t.dueTimeZone, t.deadlineOn FROM People p
  LEFT JOIN Tasks t ON t.dueTimeZone IS NOT NULL AND ${open} AND ${inSight()}
  WHERE p.id = $me`

function fixedCounts(rows: Fixed[], now: Now) {
  const dues = rows.map((row) => ({ ...row, dueOn: day(row.dueOn), deadlineOn: day(row.deadlineOn) }))
  return {
    overdue: dues.filter((due) => isOverdue(due, now)).length,
    today: dues.filter((due) => isToday(due, now)).length,
  }
}

const floating = `${open} AND t.dueTimeZone IS NULL`
const kept = 't.trashedAt IS NULL AND t.completedAt IS'
const byListAndPriority = `
  SELECT t.listId, t.priority, ${sum(`${kept} NULL`, 'undone')}, ${sum(`${kept} NOT NULL`, 'done')},
    ${sum(`${floating} AND (t.dueOn < $today OR t.deadlineOn < $today)`, 'overdue')},
    ${sum(`${floating} AND t.dueOn = $today`, 'today')}, ${sum('t.trashedAt IS NOT NULL', 'trashed')}
  FROM Tasks t WHERE ${inSight()} GROUP BY t.listId, t.priority`
const byWord = `
  SELECT w.folded, MIN(w.label) AS label, ${sum(`${kept} NULL`, 'undone')}, ${sum(`${kept} NOT NULL`, 'done')}
  FROM TaskLabels w JOIN Tasks t ON t.id = w.taskId
  WHERE t.trashedAt IS NULL AND ${inSight()} GROUP BY w.folded ORDER BY w.folded`
