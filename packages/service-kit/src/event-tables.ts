import { DataTypes, Model, type ModelStatic, type QueryInterface, type Sequelize } from 'sequelize'
import { dialectOf } from './database.ts'
import type { DomainEvent } from './event-log.ts'
import { instant, json } from './rows.ts'

const instantType = DataTypes.DATE(3)

const firstColumns = {
  id: { type: DataTypes.STRING(36), primaryKey: true, allowNull: false },
  type: { type: DataTypes.STRING(64), allowNull: false },
  scopeId: { type: DataTypes.STRING(36), allowNull: false },
  subjectId: { type: DataTypes.STRING(36), allowNull: false },
  actorId: { type: DataTypes.STRING(36), allowNull: false },
  audience: { type: DataTypes.TEXT, allowNull: false },
  data: { type: DataTypes.TEXT, allowNull: false },
  createdAt: { type: instantType, allowNull: false },
  publishedAt: { type: instantType, allowNull: true, defaultValue: null },
}
const traceparent = () => ({ type: DataTypes.STRING(55), allowNull: true, defaultValue: null })
const handledColumns = {
  eventId: { type: DataTypes.STRING(36), primaryKey: true, allowNull: false },
  type: { type: DataTypes.STRING(64), allowNull: false },
  handledAt: { type: instantType, allowNull: false },
  /** Why it was put aside; null where it was handled. */
  failure: { type: DataTypes.STRING(1000), allowNull: true, defaultValue: null },
}

/** What happened, kept for good: history, and the box that events leave by, in one. */
export class StoredEvent extends Model {
  declare id: string
  declare type: string
  declare scopeId: string
  declare subjectId: string
  declare actorId: string
  declare audience: string
  declare data: string
  declare createdAt: Date
  declare publishedAt: Date | null
  declare traceparent: string | null
}

/** The event a row holds. */
export const eventOf = (row: StoredEvent): DomainEvent => ({
  id: row.id,
  type: row.type,
  scopeId: row.scopeId,
  subjectId: row.subjectId,
  actorId: row.actorId,
  audience: json<string[]>(row.audience),
  data: json(row.data),
  at: instant(row.createdAt),
  ...(row.traceparent && { trace: row.traceparent }),
})

/** Which events of others this service has dealt with, so that a second delivery does nothing. */
export class HandledEvent extends Model {
  declare eventId: string
  declare type: string
  declare handledAt: Date
  declare failure: string | null
}

/** `task` becomes `Task`, which starts the names of its tables. */
const owner = (service: string) => service.charAt(0).toUpperCase() + service.slice(1)

/** The model of `TaskEvents`; there is one for each connection. */
export function eventsTable(db: Sequelize, service: string): ModelStatic<StoredEvent> {
  const tableName = `${owner(service)}Events`
  if (db.isDefined(tableName)) return db.model(tableName) as ModelStatic<StoredEvent>
  const indexes = eventIndexes(tableName)
  return class extends StoredEvent {}.init(
    { ...firstColumns, traceparent: traceparent() },
    {
      sequelize: db,
      tableName,
      modelName: tableName,
      timestamps: false,
      indexes,
    },
  )
}

/** The model of `TaskHandledEvents`. */
export function handledTable(db: Sequelize, service: string): ModelStatic<HandledEvent> {
  const tableName = `${owner(service)}HandledEvents`
  if (db.isDefined(tableName)) return db.model(tableName) as ModelStatic<HandledEvent>
  return class extends HandledEvent {}.init(handledColumns, {
    sequelize: db,
    tableName,
    modelName: tableName,
    timestamps: false,
  })
}

const eventIndexes = (table: string) => [
  { name: `${table}_scope`, fields: ['scopeId', 'id'] },
  { name: `${table}_subject`, fields: ['subjectId', 'id'] },
  { name: `${table}_unpublished`, fields: ['id'], where: { publishedAt: null } },
]

/** For a service's first migration: the two tables the kit keeps for it, `TaskEvents` and `TaskHandledEvents`; `addEventTraces` belongs after it. */
export async function createEventTables(q: QueryInterface, service: string): Promise<void> {
  const events = `${owner(service)}Events`
  await q.createTable(events, firstColumns)
  await dialectOf(q.sequelize).numberRows(q, events)
  for (const index of eventIndexes(events)) await q.addIndex(events, index)
  await q.createTable(`${owner(service)}HandledEvents`, handledColumns)
}

/** For a service's migration: from now on it is known what act an event came of. */
export const addEventTraces = (q: QueryInterface, service: string): Promise<void> =>
  q.addColumn(`${owner(service)}Events`, 'traceparent', traceparent())

/** Takes `addEventTraces` back. */
export const dropEventTraces = (q: QueryInterface, service: string): Promise<void> =>
  dialectOf(q.sequelize).dropColumn(q, `${owner(service)}Events`, 'traceparent')

export async function dropEventTables(q: QueryInterface, service: string): Promise<void> {
  await q.dropTable(`${owner(service)}HandledEvents`)
  await q.dropTable(`${owner(service)}Events`)
}
