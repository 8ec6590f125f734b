import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'
import { columns, id, instant, key, number, perhapsInstant } from './column.ts'

/** What became of an occurrence of a repeating task; its id is made of both, so that there is never a second one. */
export class CompletionRow extends Model<InferAttributes<CompletionRow>> {
  declare id: string
  declare taskId: string
  /** The task's list, in which its members are told of it. */
  declare listId: string
  declare seriesId: string
  declare occurrenceOn: string
  declare skipped: boolean
  declare completedAt: Date
  declare completedBy: string
  declare doneOn: string
  /** JSON of what changed about the task. */
  declare before: string
  declare after: string
  declare undoneAt: Date | null
  declare version: number

  static table(db: Sequelize): void {
    CompletionRow.init(ownColumns, { sequelize: db, tableName: 'Completions', timestamps: false, indexes })
  }
}

const day = { type: DataTypes.DATEONLY, allowNull: false }
const json = { type: DataTypes.TEXT, allowNull: false }
const ownColumns = columns({
  id: { ...key, type: DataTypes.STRING(47) },
  taskId: id,
  listId: id,
  seriesId: id,
  occurrenceOn: day,
  skipped: { type: DataTypes.BOOLEAN, allowNull: false },
  completedAt: instant,
  completedBy: id,
  doneOn: day,
  before: json,
  after: json,
  undoneAt: perhapsInstant,
  version: number,
})
const indexes = [
  { name: 'Completions_once', fields: ['taskId', 'occurrenceOn'], unique: true },
  { name: 'Completions_series', fields: ['seriesId', 'occurrenceOn'] },
  { name: 'Completions_version', fields: ['listId', 'version'] },
]
