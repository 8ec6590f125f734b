import { createEventTables, dropEventTables } from '@doable/service-kit/event-tables'
import { createSessions } from '@doable/service-kit/session-table'
import { DataTypes, type QueryInterface } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const instant = { type: DataTypes.DATE(3), allowNull: false }

const users = {
  id: { ...id, primaryKey: true },
  email: { type: DataTypes.STRING(254), allowNull: false },
  passwordHash: { type: DataTypes.STRING(255), allowNull: false },
  name: { type: DataTypes.STRING(100), allowNull: false },
  language: { type: DataTypes.STRING(16), allowNull: false },
  timeZone: { type: DataTypes.STRING(64), allowNull: false },
  weekStart: { type: DataTypes.INTEGER, allowNull: false },
  theme: { type: DataTypes.STRING(16), allowNull: false },
  dailyGoal: { type: DataTypes.INTEGER, allowNull: false },
  pictureAt: { ...instant, allowNull: true },
  createdAt: instant,
  updatedAt: instant,
  deletedAt: { ...instant, allowNull: true },
}
const pictures = {
  personId: { ...id, primaryKey: true, references: { model: 'Users', key: 'id' }, onDelete: 'CASCADE' },
  type: { type: DataTypes.STRING(32), allowNull: false },
  data: { type: DataTypes.BLOB, allowNull: false },
}

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('Users', users)
  await q.addIndex('Users', { name: 'Users_email', fields: ['email'], unique: true })
  await q.addIndex('Users', { name: 'Users_deletedAt', fields: ['deletedAt'] })
  await q.createTable('Pictures', pictures)
  await createSessions(q)
  await createEventTables(q, 'user')
}

export async function down(q: QueryInterface): Promise<void> {
  await dropEventTables(q, 'user')
  await q.dropTable('Sessions')
  await q.dropTable('Pictures')
  await q.dropTable('Users')
}
