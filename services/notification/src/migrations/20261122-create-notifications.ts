import { createEventTables, dropEventTables } from '@doable/service-kit/event-tables'
import { createJobs } from '@doable/service-kit/job-table'
import { DataTypes, type QueryInterface } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const perhapsId = { type: DataTypes.STRING(36), allowNull: true }
const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
const instant = { type: DataTypes.DATE(3), allowNull: false }

const notifications = {
  id: { ...id, primaryKey: true },
  personId: id,
  kind: text(16),
  taskId: { ...perhapsId, references: { model: 'Tasks', key: 'id' }, onDelete: 'CASCADE' },
  listId: perhapsId,
  title: text(500),
  actorId: perhapsId,
  actorName: { ...text(100), allowNull: true },
  dedupeKey: text(200),
  createdAt: instant,
  readAt: { ...instant, allowNull: true },
}
const recipients = {
  personId: { ...id, primaryKey: true },
  name: text(100),
  timeZone: text(64),
  language: text(16),
}
const dueTasks = {
  taskId: { ...id, primaryKey: true },
  personId: { ...id, primaryKey: true },
  listId: id,
  title: text(500),
  dueOn: { type: DataTypes.DATEONLY, allowNull: false },
  dueTime: { ...text(5), allowNull: true },
  dueTimeZone: { ...text(64), allowNull: true },
  fireAt: { ...instant, allowNull: true },
  paused: { type: DataTypes.BOOLEAN, allowNull: false },
}

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('Notifications', notifications)
  const newestFirst = ['personId', 'createdAt', 'id']
  await q.addIndex('Notifications', ['dedupeKey'], { name: 'Notifications_key', unique: true })
  await q.addIndex('Notifications', newestFirst, { name: 'Notifications_person' })
  await q.addIndex('Notifications', newestFirst, { name: 'Notifications_unread', where: { readAt: null } })
  await q.addIndex('Notifications', ['createdAt'], { name: 'Notifications_age' })
  await q.addIndex('Notifications', ['taskId'], { name: 'Notifications_task' })
  await q.addIndex('Notifications', ['actorId'], { name: 'Notifications_actor' })
  await q.createTable('Recipients', recipients)
  await q.createTable('DueTasks', dueTasks)
  await q.addIndex('DueTasks', ['personId'], { name: 'DueTasks_person' })
  await q.addIndex('DueTasks', ['listId'], { name: 'DueTasks_list' })
  await createJobs(q, 'NotificationJobs')
  await createEventTables(q, 'notification')
}

export async function down(q: QueryInterface): Promise<void> {
  await dropEventTables(q, 'notification')
  for (const table of ['NotificationJobs', 'DueTasks', 'Recipients', 'Notifications'])
    await q.dropTable(table)
}
