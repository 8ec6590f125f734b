import { type Task, taskFields } from '@doable/contracts/task'
import { fold } from '@doable/domain/fold'
import type { Dialect } from '@doable/service-kit/database'
import { day, instant, json } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import { QueryTypes } from 'sequelize'
import type { TaskRow } from './task.ts'

export type StoredTask = Record<keyof Task, unknown>

const kept = [
  'id',
  ...Object.keys(taskFields),
  'completedAt',
  'completedBy',
  'trashedAt',
  'createdBy',
  'createdAt',
]
const plain = [...kept, 'updatedAt', 'version'].filter((name) => name !== 'labels') as (keyof Task)[]
const plainColumns = plain
  .filter((name) => name !== 'notes')
  .map((name) => `t.${name}`)
  .join(', ')

/** What to select of `Tasks t` to make a task of it: its columns and, in the same statement, its words. */
export const taskColumns = (dialect: Dialect, notes = 't.notes'): string =>
  `${plainColumns}, ${notes} AS notes, (SELECT ${dialect.joined('w.label', ',', 'w.place')} FROM TaskLabels w WHERE w.taskId = t.id) AS labels`

/** A stored row as it goes over the wire. No label holds a comma. */
export function taskOf(row: StoredTask): Task {
  const made = row as Task
  const same = {} as StoredTask
  for (const name of plain) same[name] = row[name]
  return {
    ...(same as Task),
    labels: row.labels ? String(row.labels).split(',') : [],
    startOn: day(made.startOn),
    dueOn: day(made.dueOn),
    deadlineOn: day(made.deadlineOn),
    occurrenceOn: day(made.occurrenceOn),
    skippedOn: row.skippedOn ? String(row.skippedOn).split(',') : [],
    reminders: row.reminders ? json(row.reminders) : [],
    completedAt: instant(made.completedAt, 'nullable'),
    trashedAt: instant(made.trashedAt, 'nullable'),
    createdAt: instant(made.createdAt),
    updatedAt: instant(made.updatedAt),
  }
}

/** Tasks by a condition on `Tasks t`, in one statement. `rest` is all that follows FROM; `notes` what to have for notes. */
export async function readTasks(
  { db, dialect }: Platform,
  rest: string,
  bind: object,
  notes?: string,
): Promise<Task[]> {
  const sql = `SELECT ${taskColumns(dialect, notes)} FROM ${rest}`
  const rows = await db.query<StoredTask>(sql, {
    bind: bind as Record<string, unknown>,
    type: QueryTypes.SELECT,
  })
  return rows.map(taskOf)
}

const asDate = (at: string | null) => (at === null ? null : new Date(at))
/** What a title sorts by where no collation is at hand. SQL Server compares without the spaces at the end. */
const titleKey = (title: string) => fold(title).slice(0, 200).trimEnd()

/** Fields of the wire as columns; labels are rows of their own. */
export function columnsOf({
  labels: _labels,
  skippedOn,
  reminders,
  ...fields
}: Partial<Task>): Partial<TaskRow> {
  const { completedAt, trashedAt, createdAt, updatedAt, ...same } = fields
  return {
    ...same,
    ...(skippedOn !== undefined && { skippedOn: skippedOn.join() || null }),
    ...(reminders !== undefined && { reminders: reminders.length > 0 ? JSON.stringify(reminders) : null }),
    ...(fields.title !== undefined && { titleKey: titleKey(fields.title) }),
    ...(completedAt !== undefined && { completedAt: asDate(completedAt) }),
    ...(trashedAt !== undefined && { trashedAt: asDate(trashedAt) }),
    ...(createdAt !== undefined && { createdAt: new Date(createdAt) }),
    ...(updatedAt !== undefined && { updatedAt: new Date(updatedAt) }),
  } as Partial<TaskRow>
}
