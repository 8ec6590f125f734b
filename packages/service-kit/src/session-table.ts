import { DataTypes, Model, type ModelStatic, type QueryInterface, type Sequelize } from 'sequelize'

/** One row per signed-in device. The secret in the cookie is not here, only its SHA-256. */
export class SessionRow extends Model {
  declare hash: string
  declare id: string
  declare personId: string
  declare token: string
  declare agent: string
  declare device: string
  declare address: string
  declare createdAt: Date
  declare lastSeenAt: Date
  declare expiresAt: Date
}

/** The columns of Sessions, for the model here and for the user service's migration that makes the table. */
export const sessionColumns = {
  /** SHA-256 of the secret, hex. */
  hash: { type: DataTypes.STRING(64), primaryKey: true, allowNull: false },
  id: { type: DataTypes.STRING(36), allowNull: false },
  personId: { type: DataTypes.STRING(36), allowNull: false },
  /** The signed statement of who this is (JWT). */
  token: { type: DataTypes.STRING(1000), allowNull: false },
  agent: { type: DataTypes.STRING(400), allowNull: false },
  device: { type: DataTypes.STRING(100), allowNull: false },
  address: { type: DataTypes.STRING(64), allowNull: false },
  createdAt: { type: DataTypes.DATE(3), allowNull: false },
  lastSeenAt: { type: DataTypes.DATE(3), allowNull: false },
  expiresAt: { type: DataTypes.DATE(3), allowNull: false },
}

const indexes = [
  { name: 'Sessions_id', fields: ['id'], unique: true },
  { name: 'Sessions_person', fields: ['personId', 'lastSeenAt'] },
  { name: 'Sessions_expires', fields: ['expiresAt'] },
]

export const sessionsTable = (db: Sequelize): ModelStatic<SessionRow> =>
  class extends SessionRow {}.init(sessionColumns, {
    sequelize: db,
    tableName: 'Sessions',
    modelName: 'Sessions',
    timestamps: false,
    indexes,
  })

/** For the user service's first migration. */
export async function createSessions(q: QueryInterface): Promise<void> {
  await q.createTable('Sessions', sessionColumns)
  for (const index of indexes) await q.addIndex('Sessions', index)
}
