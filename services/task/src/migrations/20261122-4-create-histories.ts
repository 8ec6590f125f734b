import { DataTypes, type QueryInterface } from 'sequelize'

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('Histories', {
    id: { type: DataTypes.STRING(36), allowNull: false, primaryKey: true },
    origin: { type: DataTypes.STRING(200), allowNull: false },
    createdAt: { type: DataTypes.DATE(3), allowNull: false },
  })
}

export const down = (q: QueryInterface): Promise<void> => q.dropTable('Histories')
