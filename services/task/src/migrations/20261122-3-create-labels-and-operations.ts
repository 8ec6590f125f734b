import { createEventTables, dropEventTables } from '@doable/service-kit/event-tables'
import { DataTypes, type QueryInterface } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const instant = { type: DataTypes.DATE(3), allowNull: false }
const person = { ...id, references: { model: 'People', key: 'id' }, onDelete: 'NO ACTION' }

export async function up(q: QueryInterface): Promise<void> {
  await createLabels(q)
  await createOperations(q)
  await createEventTables(q, 'task')
}

export async function down(q: QueryInterface): Promise<void> {
  await dropEventTables(q, 'task')
  await q.dropTable('Operations')
  await q.dropTable('Labels')
}

async function createLabels(q: QueryInterface): Promise<void> {
  await q.createTable('Labels', {
    id: { ...id, primaryKey: true },
    ownerId: person,
    name: { type: DataTypes.STRING(60), allowNull: false },
    folded: { type: DataTypes.STRING(120), allowNull: false },
    color: { type: DataTypes.STRING(20), allowNull: false },
    position: { type: DataTypes.STRING(200), allowNull: false },
    trashedAt: { type: DataTypes.DATE(3), allowNull: true, defaultValue: null },
    version: { type: DataTypes.INTEGER, allowNull: false },
    createdAt: instant,
    updatedAt: instant,
  })
  // One entry per word; what is in the trash does not stand in the way of a new one.
  const word = { name: 'Labels_word', unique: true, where: { trashedAt: null } }
  await q.addIndex('Labels', ['ownerId', 'folded'], word)
  await q.addIndex('Labels', ['ownerId', 'version'], { name: 'Labels_version' })
}

async function createOperations(q: QueryInterface): Promise<void> {
  await q.createTable('Operations', {
    personId: { ...id, primaryKey: true },
    id: { type: DataTypes.STRING(120), allowNull: false, primaryKey: true },
    fingerprint: { type: DataTypes.STRING(64), allowNull: true, defaultValue: null },
    result: { type: DataTypes.TEXT, allowNull: false },
    createdAt: instant,
  })
  await q.addIndex('Operations', ['createdAt'], { name: 'Operations_created' })
}
