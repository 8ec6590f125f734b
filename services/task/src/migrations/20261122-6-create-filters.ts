import { fold } from '@doable/domain/fold'
import { dialectOf } from '@doable/service-kit/database'
import { DataTypes, type QueryInterface, QueryTypes } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const instant = { type: DataTypes.DATE(3), allowNull: false }
const person = { ...id, references: { model: 'People', key: 'id' }, onDelete: 'NO ACTION' }

export async function up(q: QueryInterface): Promise<void> {
  await createFilters(q)
  const language = { type: DataTypes.STRING(20), allowNull: false, defaultValue: 'en' }
  await q.addColumn('People', 'language', language)
  await addLabelKeys(q)
}

export async function down(q: QueryInterface): Promise<void> {
  const { dropColumn } = dialectOf(q.sequelize)
  await dropColumn(q, 'TaskLabels', 'labelKey')
  await dropColumn(q, 'People', 'language')
  await q.dropTable('Filters')
}

async function createFilters(q: QueryInterface): Promise<void> {
  await q.createTable('Filters', {
    id: { ...id, primaryKey: true },
    ownerId: person,
    name: { type: DataTypes.STRING(200), allowNull: false },
    query: { type: DataTypes.STRING(1000), allowNull: false },
    color: { type: DataTypes.STRING(20), allowNull: false },
    favorite: { type: DataTypes.BOOLEAN, allowNull: false },
    position: { type: DataTypes.STRING(200), allowNull: false },
    trashedAt: { type: DataTypes.DATE(3), allowNull: true, defaultValue: null },
    version: { type: DataTypes.INTEGER, allowNull: false },
    createdAt: instant,
    updatedAt: instant,
  })
  await q.addIndex('Filters', ['ownerId', 'version'], { name: 'Filters_version' })
}

/** A label is looked for in queries by what is left of it without case and accents, which takes at most 18 letters for one. */
async function addLabelKeys(q: QueryInterface): Promise<void> {
  const labelKey = { type: DataTypes.STRING(1080), allowNull: false, defaultValue: '' }
  await q.addColumn('TaskLabels', 'labelKey', labelKey)
  const db = q.sequelize
  const read = { type: QueryTypes.SELECT } as const
  const words = await db.query<{ folded: string }>('SELECT DISTINCT folded FROM TaskLabels', read)
  for (const { folded } of words)
    await db.query('UPDATE TaskLabels SET labelKey = $key WHERE folded = $folded', {
      bind: { key: fold(folded), folded },
    })
}
