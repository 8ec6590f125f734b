import type { LiveMessage, Notification as PublicNotification } from '@doable/contracts/notification'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { DataTypes, type InferAttributes, Model, Op, type Sequelize } from 'sequelize'
import { type Place, placeOf, readPlace } from './cursor.ts'

/** What a person was told. */
export class Notification extends Model<InferAttributes<Notification>> {
  declare id: string
  declare personId: string
  declare kind: PublicNotification['kind']
  /** A task erased for good takes what was told of it along. */
  declare taskId: string | null
  declare listId: string | null
  declare title: string
  declare actorId: string | null
  declare actorName: string | null
  /** Person, task (or list), kind and moment: a second copy cannot be made. */
  declare dedupeKey: string
  /** Stands behind the bell; false where the person wants to be told of its kind in other ways only. */
  declare shown: boolean
  declare count: number
  /** The moment it was meant for. */
  declare plannedAt: Date | null
  declare createdAt: Date
  declare readAt: Date | null

  static install(db: Sequelize): void {
    Notification.init(columns, { sequelize: db, tableName: 'Notifications', timestamps: false, indexes })
  }
}

const required = { allowNull: false }
/** Sequelize writes the column's name into what it is given: each column needs an object of its own. */
const id = () => ({ type: DataTypes.STRING(36), ...required })
const perhapsId = () => ({ type: DataTypes.STRING(36), defaultValue: null })
const columns = {
  id: { ...id(), primaryKey: true },
  personId: id(),
  kind: { type: DataTypes.STRING(16), ...required },
  taskId: perhapsId(),
  listId: perhapsId(),
  title: { type: DataTypes.STRING(500), ...required },
  actorId: perhapsId(),
  actorName: { type: DataTypes.STRING(100), defaultValue: null },
  dedupeKey: { type: DataTypes.STRING(200), ...required },
  shown: { type: DataTypes.BOOLEAN, ...required },
  count: { type: DataTypes.INTEGER, ...required },
  plannedAt: { type: DataTypes.DATE(3), defaultValue: null },
  createdAt: { type: DataTypes.DATE(3), ...required },
  readAt: { type: DataTypes.DATE(3), defaultValue: null },
}
const newestFirst = ['personId', 'createdAt', 'id']
const indexes = [
  { name: 'Notifications_key', fields: ['dedupeKey'], unique: true },
  { name: 'Notifications_person', fields: newestFirst },
  { name: 'Notifications_unread', fields: newestFirst, where: { readAt: null } },
  { name: 'Notifications_age', fields: ['createdAt'] },
  { name: 'Notifications_task', fields: ['taskId'] },
  { name: 'Notifications_actor', fields: ['actorId'] },
]

export const publicNotification = (row: Notification): PublicNotification => ({
  id: row.id,
  kind: row.kind,
  taskId: row.taskId,
  listId: row.listId,
  title: row.title,
  actorId: row.actorId,
  actorName: row.actorName,
  count: row.count,
  plannedAt: row.plannedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
})

type Query = { unread?: boolean | undefined; cursor?: string | undefined; limit: number }

/** A person's notifications, newest first, from the cursor on. @throws 400 `bad-cursor` */
export async function page(personId: string, { unread, cursor, limit }: Query) {
  const where = {
    personId,
    shown: true,
    ...(unread === true && { readAt: null }),
    ...(unread === false && { readAt: { [Op.ne]: null } }),
    ...(cursor && after(readPlace(cursor))),
  }
  const order: [string, string][] = [
    ['createdAt', 'DESC'],
    ['id', 'DESC'],
  ]
  const rows = await Notification.findAll({ where, order, limit: limit + 1 })
  const items = rows.slice(0, limit).map(publicNotification)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? placeOf(last) : null }
}

const after = ({ createdAt, id }: Place) => ({
  [Op.or]: [{ createdAt: { [Op.lt]: createdAt } }, { createdAt, id: { [Op.lt]: id } }],
})

export const unreadOf = (personId: string): Promise<number> =>
  Notification.count({ where: { personId, shown: true, readAt: null } })

/** Marks one as read; again does nothing. Answers how many are left. @throws 404 when it is not this person's */
export async function read(platform: Platform, personId: string, id: string): Promise<number> {
  const one = await Notification.findOne({ where: { id, personId }, attributes: ['id', 'readAt'] })
  if (!one) throw problem(404, 'notification-not-found', 'There is no such notification.')
  return markRead(platform, personId, one.readAt ? [] : [id])
}

/** Marks all as read; again does nothing. Answers how many are left, of such as came meanwhile. */
export const readAll = (platform: Platform, personId: string): Promise<number> => markRead(platform, personId)

async function markRead({ clock, live }: Platform, personId: string, ids?: string[]): Promise<number> {
  const where = { personId, readAt: null, ...(ids && { id: ids }) }
  const [marked] = ids?.length === 0 ? [0] : await Notification.update({ readAt: clock.now() }, { where })
  const unread = await unreadOf(personId)
  if (marked > 0) live.publish([personId], { event: 'read', data: { unread } } satisfies LiveMessage)
  return unread
}
