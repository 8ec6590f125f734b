import type { Delivery as Public } from '@doable/contracts/delivery'
import type { Channel as Name } from '@doable/contracts/notification-settings'
import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
} from 'sequelize'

/** One notification on its way over one channel to one target, or what became of it. */
export class Delivery extends Model<InferAttributes<Delivery>, InferCreationAttributes<Delivery>> {
  declare id: string
  declare notificationId: string
  declare personId: string
  declare channel: Name
  /** A device, where a channel has several; empty otherwise. */
  declare target: string
  declare state: Public['state']
  declare attempts: number
  declare reason: string | null
  /** What the provider calls it. */
  declare receipt: string | null
  /** The notification's key, the channel and the target: a second copy cannot be made. */
  declare dedupeKey: string
  declare createdAt: Date
  declare runAt: Date
  declare sentAt: Date | null
  /** When it arrived, where the provider says so. */
  declare deliveredAt: CreationOptional<Date | null>

  static install(db: Sequelize): void {
    Delivery.init(columns, { sequelize: db, tableName: 'Deliveries', timestamps: false, indexes })
  }
}

const id = () => ({ type: DataTypes.STRING(36), allowNull: false })
const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
const columns = {
  id: { ...id(), primaryKey: true },
  notificationId: id(),
  personId: id(),
  channel: text(16),
  target: text(200),
  state: text(8),
  attempts: { type: DataTypes.INTEGER, allowNull: false },
  reason: { type: DataTypes.STRING(500), defaultValue: null },
  receipt: { type: DataTypes.STRING(200), defaultValue: null },
  dedupeKey: text(450),
  createdAt: { type: DataTypes.DATE(3), allowNull: false },
  runAt: { type: DataTypes.DATE(3), allowNull: false },
  sentAt: { type: DataTypes.DATE(3), defaultValue: null },
  deliveredAt: { type: DataTypes.DATE(3), defaultValue: null },
}
const indexes = [
  { name: 'Deliveries_key', fields: ['dedupeKey'], unique: true },
  { name: 'Deliveries_person', fields: ['personId', 'createdAt', 'id'] },
  { name: 'Deliveries_notification', fields: ['notificationId'] },
]
