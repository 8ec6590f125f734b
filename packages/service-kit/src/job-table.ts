import { DataTypes, Model, type ModelStatic, Op, type QueryInterface, type Sequelize } from 'sequelize'
import { dialectOf } from './database.ts'

/** Work to be done at a moment, kept until it is done. */
export class JobRow extends Model {
  declare id: string
  declare queue: string
  declare dedupeKey: string | null
  /** Whose work it is: people take turns. */
  declare owner: string | null
  declare state: 'waiting' | 'claimed' | 'dead'
  declare runAt: Date
  declare attempts: number
  declare lease: string | null
  declare leaseUntil: Date | null
  declare payload: string
  declare failure: string | null
  declare createdAt: Date
  /** What it was put for. */
  declare traceparent: string | null
}

const firstColumns = {
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

const traceparent = () => ({ type: DataTypes.STRING(55), allowNull: true, defaultValue: null })
const owner = () => ({ type: DataTypes.STRING(36), allowNull: true, defaultValue: null })

/** The indexes hold only what is looked for, so a million jobs that wait cost nothing while none is due. */
const firstIndexes = (table: string) => [
  {
    name: `${table}_key`,
    fields: ['queue', 'dedupeKey'],
    unique: true,
    where: { dedupeKey: { [Op.ne]: null } },
  },
  dueIndex(table),
  { name: `${table}_lease`, fields: ['leaseUntil'], where: { state: 'claimed' } },
]

const dueIndex = (table: string) => ({
  name: `${table}_due`,
  fields: ['queue', 'runAt'],
  where: { state: 'waiting' },
})
/** Whose turn it is can be told by the first alone; the second finds what one of them has due. */
const turnIndexes = (table: string) => [
  { name: `${table}_turn`, fields: ['queue', 'runAt', 'owner'], where: { state: 'waiting' } },
  { name: `${table}_owner`, fields: ['owner', 'queue', 'runAt'] },
  { name: `${table}_dead`, fields: ['createdAt', 'id'], where: { state: 'dead' } },
]

export const jobsTable = (db: Sequelize, tableName: string): ModelStatic<JobRow> =>
  class extends JobRow {}.init(
    { ...firstColumns, owner: owner(), traceparent: traceparent() },
    {
      sequelize: db,
      tableName,
      modelName: tableName,
      timestamps: false,
      indexes: [
        ...firstIndexes(tableName).filter(({ name }) => name !== dueIndex(tableName).name),
        ...turnIndexes(tableName),
      ],
    },
  )

/** For a service's migration; `addOwners` and `addJobTraces` belong after it. */
export async function createJobs(q: QueryInterface, tableName: string): Promise<void> {
  await q.createTable(tableName, firstColumns)
  for (const index of firstIndexes(tableName)) await q.addIndex(tableName, index)
}

/** For a service's migration: from now on it is known whose work a job is. */
export async function addOwners(q: QueryInterface, tableName: string): Promise<void> {
  await q.addColumn(tableName, 'owner', owner())
  await q.removeIndex(tableName, dueIndex(tableName).name)
  for (const index of turnIndexes(tableName)) await q.addIndex(tableName, index)
}

/** Takes `addOwners` back. */
export async function dropOwners(q: QueryInterface, tableName: string): Promise<void> {
  for (const { name } of turnIndexes(tableName)) await q.removeIndex(tableName, name)
  await q.addIndex(tableName, dueIndex(tableName))
  await dialectOf(q.sequelize).dropColumn(q, tableName, 'owner')
}

/** For a service's migration: from now on it is known what act a job came of. */
export const addJobTraces = (q: QueryInterface, tableName: string): Promise<void> =>
  q.addColumn(tableName, 'traceparent', traceparent())

/** Takes `addJobTraces` back. */
export const dropJobTraces = (q: QueryInterface, tableName: string): Promise<void> =>
  dialectOf(q.sequelize).dropColumn(q, tableName, 'traceparent')
