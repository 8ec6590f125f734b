import { dialectOf } from '@doable/service-kit/database'
import { DataTypes, type ModelAttributeColumnOptions, type QueryInterface } from 'sequelize'

/** Sequelize writes into what it is given: each column needs an object of its own. */
const id = () => ({ type: DataTypes.STRING(36), allowNull: false })
const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
const perhaps = (length: number) => ({ type: DataTypes.STRING(length), allowNull: true, defaultValue: null })
const instant = () => ({ type: DataTypes.DATE(3), allowNull: false })
const perhapsInstant = () => ({ type: DataTypes.DATE(3), allowNull: true, defaultValue: null })

const deliveries = {
  id: { ...id(), primaryKey: true },
  notificationId: { ...id(), references: { model: 'Notifications', key: 'id' }, onDelete: 'CASCADE' },
  personId: id(),
  channel: text(16),
  target: { ...text(200), defaultValue: '' },
  state: text(8),
  attempts: { type: DataTypes.INTEGER, allowNull: false },
  reason: perhaps(500),
  receipt: perhaps(200),
  dedupeKey: text(450),
  createdAt: instant(),
  runAt: instant(),
  sentAt: perhapsInstant(),
}

const added: [table: string, column: string, type: ModelAttributeColumnOptions][] = [
  ['Recipients', 'email', perhaps(254)],
  ['Notifications', 'shown', { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true }],
  ['Notifications', 'count', { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 }],
  ['Notifications', 'plannedAt', perhapsInstant()],
]

export async function up(q: QueryInterface): Promise<void> {
  for (const [table, column, type] of added) await q.addColumn(table, column, type)
  await q.createTable('NotificationSettings', {
    personId: { ...id(), primaryKey: true },
    settings: { type: DataTypes.TEXT, allowNull: false },
  })
  await q.createTable('Deliveries', deliveries)
  const newestFirst = ['personId', 'createdAt', 'id']
  await q.addIndex('Deliveries', ['dedupeKey'], { name: 'Deliveries_key', unique: true })
  await q.addIndex('Deliveries', newestFirst, { name: 'Deliveries_person' })
  await q.addIndex('Deliveries', ['notificationId'], { name: 'Deliveries_notification' })
}

export async function down(q: QueryInterface): Promise<void> {
  await q.dropTable('Deliveries')
  await q.dropTable('NotificationSettings')
  for (const [table, column] of added) await dialectOf(q.sequelize).dropColumn(q, table, column)
}
