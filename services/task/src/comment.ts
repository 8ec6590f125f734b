import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'
import { columns, id, instant, key, number, perhapsInstant } from './column.ts'

/** What somebody said about a task. It has its task's list, in which members are told of it. */
export class CommentRow extends Model<InferAttributes<CommentRow>> {
  declare id: string
  declare taskId: string
  declare listId: string
  declare authorId: string
  /** Markdown; empty once it was long enough in the trash. */
  declare text: string
  declare createdAt: Date
  declare editedAt: Date | null
  declare trashedAt: Date | null
  /** When the server last learnt of a change, by which the trash is emptied. */
  declare updatedAt: Date
  declare version: number

  static table(db: Sequelize): void {
    CommentRow.init(ownColumns, { sequelize: db, tableName: 'Comments', timestamps: false, indexes })
  }
}

const ownColumns = columns({
  id: key,
  taskId: id,
  listId: id,
  authorId: id,
  text: { type: DataTypes.TEXT, allowNull: false },
  createdAt: instant,
  editedAt: perhapsInstant,
  trashedAt: perhapsInstant,
  updatedAt: instant,
  version: number,
})
const indexes = [
  { name: 'Comments_task', fields: ['taskId', 'createdAt', 'id'] },
  { name: 'Comments_version', fields: ['listId', 'version'] },
]
