import { dialectOf } from '@doable/service-kit/database'
import { DataTypes, type QueryInterface, QueryTypes } from 'sequelize'

/** Sequelize writes into what it is given: each column needs an object of its own. */
const no = () => ({ type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false })

/** Whoever has had an account for longest administers an installation that has people already. */
export async function up(q: QueryInterface): Promise<void> {
  await q.addColumn('Users', 'administrator', no())
  await q.createTable('Installations', {
    id: { type: DataTypes.INTEGER, allowNull: false, primaryKey: true },
    administered: no(),
  })
  const { first } = dialectOf(q.sequelize)
  const [oldest] = await q.sequelize.query<{ id: string }>(
    `SELECT "id" FROM "Users" WHERE "deletedAt" IS NULL ORDER BY "createdAt", "id" ${first(1)}`,
    { type: QueryTypes.SELECT },
  )
  if (oldest) await q.bulkUpdate('Users', { administrator: true }, { id: oldest.id })
  await q.bulkInsert('Installations', [{ id: 1, administered: oldest !== undefined }])
}

export async function down(q: QueryInterface): Promise<void> {
  await q.dropTable('Installations')
  await dialectOf(q.sequelize).dropColumn(q, 'Users', 'administrator')
}
