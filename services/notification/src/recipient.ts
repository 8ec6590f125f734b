import type { User } from '@doable/contracts/user'
import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type Sequelize,
  type Transaction,
} from 'sequelize'

/** What this service knows of a person, learnt from the user service's events. */
export class Recipient extends Model<InferAttributes<Recipient>, InferCreationAttributes<Recipient>> {
  declare personId: string
  declare name: string
  /** Unknown of those whom nothing was said about since mail exists. */
  declare email: string | null
  declare timeZone: string
  declare language: string
  /** Signs the links of this person's mail; made with the first. */
  declare mailSecret: CreationOptional<string | null>

  static install(db: Sequelize): void {
    Recipient.init(columns, { sequelize: db, tableName: 'Recipients', timestamps: false })
  }
}

const columns = {
  personId: { type: DataTypes.STRING(36), primaryKey: true, allowNull: false },
  name: { type: DataTypes.STRING(100), allowNull: false },
  email: { type: DataTypes.STRING(254), defaultValue: null },
  timeZone: { type: DataTypes.STRING(64), allowNull: false },
  language: { type: DataTypes.STRING(16), allowNull: false },
  mailSecret: { type: DataTypes.STRING(64), defaultValue: null },
}

/** Where somebody lives of whom nothing is known yet; their dues are reckoned anew when it is. */
const unknownZone = 'UTC'

/** Within one transaction nobody moves but by what it does itself, and a run of events asks for the same few people. */
const zones = new WeakMap<Transaction, Map<string, string>>()

export async function zoneOf(personId: string, transaction: Transaction): Promise<string> {
  const known = zones.get(transaction) ?? new Map<string, string>()
  zones.set(transaction, known)
  const zone = known.get(personId) ?? (await readZone(personId, transaction))
  known.set(personId, zone)
  return zone
}

async function readZone(personId: string, transaction: Transaction): Promise<string> {
  return (await Recipient.findByPk(personId, { transaction }))?.timeZone ?? unknownZone
}

export async function nameOf(personId: string, transaction: Transaction): Promise<string | null> {
  return (await Recipient.findByPk(personId, { transaction }))?.name ?? null
}

/** Notes what is now known of a person. Answers whether their time zone is another one than before. */
export async function know(
  { id, name, email, timeZone, language }: User,
  transaction: Transaction,
): Promise<boolean> {
  zones.delete(transaction)
  const known = await Recipient.findByPk(id, { transaction })
  const before = known?.timeZone ?? unknownZone
  const news = { name, email, timeZone, language }
  if (known) await known.update(news, { transaction })
  else await Recipient.create({ personId: id, ...news }, { transaction })
  return before !== timeZone
}
