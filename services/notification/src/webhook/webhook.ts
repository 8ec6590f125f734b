import type { Webhook as Public } from '@doable/contracts/webhook'
import { flag } from '@doable/service-kit/rows'
import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
  type Transaction,
} from 'sequelize'

/** An address of a person's that is told what they are told. */
export class Webhook extends Model<InferAttributes<Webhook>, InferCreationAttributes<Webhook>> {
  declare id: string
  declare personId: string
  /** As `URL` writes it. */
  declare url: string
  /** `whsec_` and base64: who has it can sign. It has to be kept as it is, since HMAC asks for it whole. */
  declare secret: string
  /** Signs as well until `formerUntil`, so that a receiver can be given the new one without a gap. */
  declare formerSecret: CreationOptional<string | null>
  declare formerUntil: CreationOptional<Date | null>
  declare enabled: boolean
  declare switchedOff: CreationOptional<Public['switchedOff']>
  declare createdAt: Date
  declare lastAt: CreationOptional<Date | null>
  /** Null where the latest try reached the receiver. */
  declare lastReason: CreationOptional<string | null>
  /** The first of the tries that failed one after the other up to now. */
  declare failingSince: CreationOptional<Date | null>

  static install(db: Sequelize): void {
    Webhook.init(columns, { sequelize: db, tableName: 'Webhooks', timestamps: false, indexes })
  }
}

const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
const perhaps = (length: number) => ({ type: DataTypes.STRING(length), defaultValue: null })
const perhapsInstant = () => ({ type: DataTypes.DATE(3), defaultValue: null })
const columns = {
  id: { ...text(36), primaryKey: true },
  personId: text(36),
  url: text(1000),
  secret: text(64),
  formerSecret: perhaps(64),
  formerUntil: perhapsInstant(),
  enabled: { type: DataTypes.BOOLEAN, allowNull: false },
  switchedOff: perhaps(8),
  createdAt: { type: DataTypes.DATE(3), allowNull: false },
  lastAt: perhapsInstant(),
  lastReason: perhaps(500),
  failingSince: perhapsInstant(),
}
const indexes = [{ name: 'Webhooks_person', fields: ['personId', 'createdAt', 'id'] }]

/** A person's webhooks, oldest first. */
export const webhooksOf = (personId: string, transaction?: Transaction): Promise<Webhook[]> =>
  Webhook.findAll({
    where: { personId },
    order: ['createdAt', 'id'],
    ...(transaction && { transaction }),
  })

export const publicWebhook = (row: Webhook): Public => ({
  id: row.id,
  url: row.url,
  enabled: flag(row.enabled),
  switchedOff: row.switchedOff,
  createdAt: row.createdAt.toISOString(),
  last: row.lastAt && {
    at: row.lastAt.toISOString(),
    ok: row.lastReason === null,
    reason: row.lastReason,
  },
})
