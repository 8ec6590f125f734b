import { DataTypes, type QueryInterface } from 'sequelize'

/** Sequelize writes into what it is given: each column needs an object of its own. */
const id = () => ({ type: DataTypes.STRING(36), allowNull: false })
const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
const perhaps = (length: number) => ({ type: DataTypes.STRING(length), allowNull: true, defaultValue: null })
const instant = () => ({ type: DataTypes.DATE(3), allowNull: false })
const perhapsInstant = () => ({ type: DataTypes.DATE(3), allowNull: true, defaultValue: null })

const webhooks = {
  id: { ...id(), primaryKey: true },
  personId: id(),
  url: text(1000),
  secret: text(64),
  formerSecret: perhaps(64),
  formerUntil: perhapsInstant(),
  enabled: { type: DataTypes.BOOLEAN, allowNull: false },
  switchedOff: perhaps(8),
  createdAt: instant(),
  lastAt: perhapsInstant(),
  lastReason: perhaps(500),
  failingSince: perhapsInstant(),
}

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('Webhooks', webhooks)
  await q.addIndex('Webhooks', ['personId', 'createdAt', 'id'], { name: 'Webhooks_person' })
}

export const down = (q: QueryInterface): Promise<void> => q.dropTable('Webhooks')
