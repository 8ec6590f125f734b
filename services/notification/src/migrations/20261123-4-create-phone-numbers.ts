import { dialectOf } from '@doable/service-kit/database'
import { DataTypes, type QueryInterface } from 'sequelize'

/** Sequelize writes into what it is given: each column needs an object of its own. */
const perhaps = (length: number) => ({ type: DataTypes.STRING(length), allowNull: true, defaultValue: null })
const perhapsInstant = () => ({ type: DataTypes.DATE(3), allowNull: true, defaultValue: null })
const count = () => ({ type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 })

export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('PhoneNumbers', {
    personId: { type: DataTypes.STRING(36), allowNull: false, primaryKey: true },
    number: perhaps(16),
    verifiedAt: perhapsInstant(),
    stopped: perhaps(16),
    codeHash: perhaps(64),
    codeUntil: perhapsInstant(),
    codeTries: count(),
    sentOn: { type: DataTypes.DATEONLY, allowNull: true, defaultValue: null },
    sentCount: count(),
  })
  await q.addColumn('Deliveries', 'deliveredAt', perhapsInstant())
}

export async function down(q: QueryInterface): Promise<void> {
  await dialectOf(q.sequelize).dropColumn(q, 'Deliveries', 'deliveredAt')
  await q.dropTable('PhoneNumbers')
}
