import { DataTypes, type QueryInterface } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const instant = { type: DataTypes.DATE(3), allowNull: false }
const person = { ...id, references: { model: 'People', key: 'id' }, onDelete: 'NO ACTION' }

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('Filters', {
    id: { ...id, primaryKey: true },
    ownerId: person,
    name: { type: DataTypes.STRING(200), allowNull: false },
    query: { type: DataTypes.STRING(1000), allowNull: false },
    color: { type: DataTypes.STRING(20), allowNull: false },
    favorite: { type: DataTypes.BOOLEAN, allowNull: false },
    position: { type: DataTypes.STRING(200), allowNull: false },
    trashedAt: { type: DataTypes.DATE(3), allowNull: true, defaultValue: null },
    version: { type: DataTypes.INTEGER, allowNull: false },
    createdAt: instant,
    updatedAt: instant,
  })
  await q.addIndex('Filters', ['ownerId', 'version'], { name: 'Filters_version' })
}

export async function down(q: QueryInterface): Promise<void> {
  await q.dropTable('Filters')
}
