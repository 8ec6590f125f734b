import { DataTypes, type QueryInterface } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const instant = { type: DataTypes.DATE(3), allowNull: false }
const perhapsInstant = { ...instant, allowNull: true, defaultValue: null }

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('Comments', {
    id: { ...id, primaryKey: true },
    taskId: { ...id, references: { model: 'Tasks', key: 'id' }, onDelete: 'CASCADE' },
    // No reference: SQL Server allows one way of cascading to a table, and these go with their task.
    listId: id,
    authorId: id,
    text: { type: DataTypes.TEXT, allowNull: false },
    createdAt: instant,
    editedAt: perhapsInstant,
    trashedAt: perhapsInstant,
    updatedAt: instant,
    version: { type: DataTypes.INTEGER, allowNull: false },
  })
  await q.addIndex('Comments', ['taskId', 'createdAt', 'id'], { name: 'Comments_task' })
  await q.addIndex('Comments', ['listId', 'version'], { name: 'Comments_version' })
}

export async function down(q: QueryInterface): Promise<void> {
  await q.dropTable('Comments')
}
