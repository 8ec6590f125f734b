import { DataTypes, type QueryInterface } from 'sequelize'

const person = { model: 'People', key: 'id' }
const instant = { type: DataTypes.DATE(3), allowNull: false }

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('Views', {
    ownerId: {
      type: DataTypes.STRING(36),
      allowNull: false,
      primaryKey: true,
      references: person,
      onDelete: 'NO ACTION',
    },
    id: { type: DataTypes.STRING(140), allowNull: false, primaryKey: true },
    settings: { type: DataTypes.TEXT, allowNull: false },
    version: { type: DataTypes.INTEGER, allowNull: false },
    createdAt: instant,
    updatedAt: instant,
  })
  await q.addIndex('Views', ['ownerId', 'version'], { name: 'Views_version' })
}

export const down = (q: QueryInterface): Promise<void> => q.dropTable('Views')
