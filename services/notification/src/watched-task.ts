import type { Reminder } from '@doable/contracts/reminder'
import { day, flag, instant, json } from '@doable/service-kit/rows'
import type { Platform } from '@doable/service-kit/service'
import {
  DataTypes,
  type InferAttributes,
  Model,
  QueryTypes,
  type Sequelize,
  type Transaction,
} from 'sequelize'

/** An open task of which somebody is to be told at some moment. */
export class WatchedTask extends Model<InferAttributes<WatchedTask>> {
  declare taskId: string
  declare personId: string
  declare listId: string
  declare title: string
  declare priority: number
  declare startOn: string | null
  declare dueOn: string | null
  declare dueTime: string | null
  declare dueTimeZone: string | null
  declare deadlineOn: string | null
  /** As JSON. */
  declare reminders: string
  /** When the person wants to be told again of what they were told. */
  declare snoozedUntil: Date | null
  /** Its list is archived, a template or in the trash. */
  declare paused: boolean

  static install(db: Sequelize): void {
    WatchedTask.init(columns, { sequelize: db, tableName: 'WatchedTasks', timestamps: false, indexes })
  }
}

/** The same as a plain value. */
export type Watched = Omit<InferAttributes<WatchedTask>, 'reminders'> & { reminders: Reminder[] }

const id = () => ({ type: DataTypes.STRING(36), allowNull: false })
const perhapsDay = () => ({ type: DataTypes.DATEONLY, defaultValue: null })
const columns = {
  taskId: { ...id(), primaryKey: true },
  personId: { ...id(), primaryKey: true },
  listId: id(),
  title: { type: DataTypes.STRING(500), allowNull: false },
  priority: { type: DataTypes.INTEGER, allowNull: false },
  startOn: perhapsDay(),
  dueOn: perhapsDay(),
  dueTime: { type: DataTypes.STRING(5), defaultValue: null },
  dueTimeZone: { type: DataTypes.STRING(64), defaultValue: null },
  deadlineOn: perhapsDay(),
  reminders: { type: DataTypes.TEXT, allowNull: false },
  snoozedUntil: { type: DataTypes.DATE(3), defaultValue: null },
  paused: { type: DataTypes.BOOLEAN, allowNull: false },
}
const indexes = [
  { name: 'WatchedTasks_person', fields: ['personId'] },
  { name: 'WatchedTasks_list', fields: ['listId'] },
]

/** Reads a plain row, which the engines hand back differently. */
export const watchedOf = (row: InferAttributes<WatchedTask>): Watched => ({
  taskId: row.taskId,
  personId: row.personId,
  listId: row.listId,
  title: row.title,
  priority: row.priority,
  startOn: day(row.startOn),
  dueOn: day(row.dueOn),
  dueTime: row.dueTime,
  dueTimeZone: row.dueTimeZone,
  deadlineOn: day(row.deadlineOn),
  reminders: json(row.reminders),
  snoozedUntil: row.snoozedUntil && new Date(instant(row.snoozedUntil)),
  paused: flag(row.paused),
})

/** The ones whose columns have these values. Each change of a task asks for those of it, so it reads plain rows. */
export async function watchedWith(
  { db }: Platform,
  where: Partial<InferAttributes<WatchedTask>>,
  transaction: Transaction,
): Promise<Watched[]> {
  const condition = Object.keys(where).map((name) => `${name} = $${name}`)
  const sql = `SELECT ${Object.keys(columns)} FROM WatchedTasks WHERE ${condition.join(' AND ')}`
  const rows = await db.query<WatchedTask>(sql, { bind: where, transaction, type: QueryTypes.SELECT })
  return rows.map(watchedOf)
}

export const rowOf = (watched: Watched): InferAttributes<WatchedTask> => ({
  ...watched,
  reminders: JSON.stringify(watched.reminders),
})
