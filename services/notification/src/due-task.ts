import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'

/** An open task with a due date and somebody who is to be told of it. */
export class DueTask extends Model<InferAttributes<DueTask>> {
  declare taskId: string
  declare personId: string
  declare listId: string
  declare title: string
  declare dueOn: string
  declare dueTime: string | null
  declare dueTimeZone: string | null
  /** When a job tells the person; null when it is too late or they have been told. */
  declare fireAt: Date | null
  /** Its list is archived or in the trash. */
  declare paused: boolean

  static install(db: Sequelize): void {
    DueTask.init(columns, { sequelize: db, tableName: 'DueTasks', timestamps: false, indexes })
  }
}

const id = { type: DataTypes.STRING(36), allowNull: false }
const columns = {
  taskId: { ...id, primaryKey: true },
  personId: { ...id, primaryKey: true },
  listId: id,
  title: { type: DataTypes.STRING(500), allowNull: false },
  dueOn: { type: DataTypes.DATEONLY, allowNull: false },
  dueTime: { type: DataTypes.STRING(5), defaultValue: null },
  dueTimeZone: { type: DataTypes.STRING(64), defaultValue: null },
  fireAt: { type: DataTypes.DATE(3), defaultValue: null },
  paused: { type: DataTypes.BOOLEAN, allowNull: false },
}
const indexes = [
  { name: 'DueTasks_person', fields: ['personId'] },
  { name: 'DueTasks_list', fields: ['listId'] },
]
