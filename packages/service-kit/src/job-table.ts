import { DataTypes, Model, type ModelStatic, Op, type QueryInterface, type Sequelize } from 'sequelize'

/** Work to be done at a moment, kept until it is done. */
export class JobRow extends Model {
  declare id: string
  declare queue: string
  declare dedupeKey: string | null
  declare state: 'waiting' | 'claimed' | 'dead'
  declare runAt: Date
  declare attempts: number
  declare lease: string | null
  declare leaseUntil: Date | null
  declare payload: string
  declare failure: string | null
  declare createdAt: Date
}

const columns = {
  id: { type: DataTypes.STRING(36), primaryKey: true, allowNull: false },
  queue: { type: DataTypes.STRING(40), allowNull: false },
  dedupeKey: { type: DataTypes.STRING(200), allowNull: true, defaultValue: null },
  state: { type: DataTypes.STRING(8), allowNull: false },
  runAt: { type: DataTypes.DATE(3), allowNull: false },
  attempts: { type: DataTypes.INTEGER, allowNull: false },
  lease: { type: DataTypes.STRING(36), allowNull: true, defaultValue: null },
  leaseUntil: { type: DataTypes.DATE(3), allowNull: true, defaultValue: null },
  payload: { type: DataTypes.TEXT, allowNull: false },
  failure: { type: DataTypes.STRING(1000), allowNull: true, defaultValue: null },
  createdAt: { type: DataTypes.DATE(3), allowNull: false },
}

/** The indexes hold only what is looked for, so a million jobs that wait cost nothing while none is due. */
const indexes = (table: string) => [
  {
    name: `${table}_key`,
    fields: ['queue', 'dedupeKey'],
    unique: true,
    where: { dedupeKey: { [Op.ne]: null } },
  },
  { name: `${table}_due`, fields: ['queue', 'runAt'], where: { state: 'waiting' } },
  { name: `${table}_lease`, fields: ['leaseUntil'], where: { state: 'claimed' } },
]

export const jobsTable = (db: Sequelize, tableName: string): ModelStatic<JobRow> =>
  class extends JobRow {}.init(columns, {
    sequelize: db,
    tableName,
    modelName: tableName,
    timestamps: false,
    indexes: indexes(tableName),
  })

/** For a service's migration. */
export async function createJobs(q: QueryInterface, tableName: string): Promise<void> {
  await q.createTable(tableName, columns)
  for (const index of indexes(tableName)) await q.addIndex(tableName, index)
}
