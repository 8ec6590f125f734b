import { DataTypes, type InferAttributes, Model, Op, type Sequelize } from 'sequelize'
import {
  columns,
  id,
  instant,
  key,
  number,
  perhapsDay,
  perhapsId,
  perhapsInstant,
  perhapsText,
  position,
  text,
} from './column.ts'

/** A task as it is kept: the contract's fields without labels (`TaskLabelRow`), and the key its title sorts by. */
export class TaskRow extends Model<InferAttributes<TaskRow>> {
  declare id: string
  declare listId: string
  declare sectionId: string | null
  declare parentId: string | null
  declare title: string
  /** The beginning of the title without case and accents, for sorting by title. */
  declare titleKey: string
  declare notes: string
  declare priority: number
  declare startOn: string | null
  declare dueOn: string | null
  declare dueTime: string | null
  declare dueTimeZone: string | null
  declare deadlineOn: string | null
  declare durationMinutes: number | null
  declare assigneeId: string | null
  /** JSON; null for none. */
  declare reminders: string | null
  declare repeatRule: string | null
  declare repeatMode: string | null
  declare occurrenceOn: string | null
  /** Days with commas between them; null for none. */
  declare skippedOn: string | null
  declare position: string
  declare completedAt: Date | null
  declare completedBy: string | null
  declare trashedAt: Date | null
  declare createdBy: string
  declare createdAt: Date
  declare updatedAt: Date
  declare version: number

  static table(db: Sequelize): void {
    TaskRow.init(ownColumns, { sequelize: db, tableName: 'Tasks', timestamps: false, indexes })
  }
}

/** A task that left a list, to another or for good; those who have it in this list must let go of it. */
export class GoneTaskRow extends Model<InferAttributes<GoneTaskRow>> {
  declare taskId: string
  declare listId: string
  declare version: number

  static table(db: Sequelize): void {
    GoneTaskRow.init(goneColumns, {
      sequelize: db,
      tableName: 'GoneTasks',
      timestamps: false,
      indexes: goneIndexes,
    })
  }
}

const ownColumns = columns({
  id: key,
  listId: id,
  sectionId: perhapsId,
  parentId: perhapsId,
  title: text(500),
  titleKey: text(200),
  notes: { type: DataTypes.TEXT, allowNull: false },
  priority: number,
  startOn: perhapsDay,
  dueOn: perhapsDay,
  dueTime: perhapsText(5),
  dueTimeZone: perhapsText(64),
  deadlineOn: perhapsDay,
  durationMinutes: { type: DataTypes.INTEGER, allowNull: true, defaultValue: null },
  assigneeId: perhapsId,
  reminders: perhapsText(4000),
  repeatRule: perhapsText(200),
  repeatMode: perhapsText(10),
  occurrenceOn: perhapsDay,
  skippedOn: perhapsText(1200),
  position,
  completedAt: perhapsInstant,
  completedBy: perhapsId,
  trashedAt: perhapsInstant,
  createdBy: id,
  createdAt: instant,
  updatedAt: instant,
  version: number,
})
// All that filtering and sorting open tasks reads, so that a page looks nothing up but its own rows.
const state = ['trashedAt', 'completedAt', 'dueOn', 'priority', 'dueTime', 'dueTimeZone', 'position', 'id']
const indexes = [
  { name: 'Tasks_version', fields: ['listId', 'version'] },
  { name: 'Tasks_position', fields: ['listId', 'position'] },
  { name: 'Tasks_parent', fields: ['parentId'] },
  { name: 'Tasks_section', fields: ['sectionId'] },
  { name: 'Tasks_state', fields: ['listId', ...state] },
  { name: 'Tasks_assignee', fields: ['assigneeId', 'listId'], where: { assigneeId: { [Op.ne]: null } } },
  { name: 'Tasks_trashed', fields: ['trashedAt'], where: { trashedAt: { [Op.ne]: null } } },
]
const goneColumns = columns({ taskId: key, listId: key, version: number })
const goneIndexes = [{ name: 'GoneTasks_version', fields: ['listId', 'version'] }]
