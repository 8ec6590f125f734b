import { dialectOf } from '@doable/service-kit/database'
import { DataTypes, type QueryInterface } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const instant = { type: DataTypes.DATE(3), allowNull: false }
const day = { type: DataTypes.DATEONLY, allowNull: false }
const json = { type: DataTypes.TEXT, allowNull: false }
const perhaps = (type: object) => ({ type, allowNull: true, defaultValue: null })
const added = {
  repeatRule: perhaps(DataTypes.STRING(200)),
  repeatMode: perhaps(DataTypes.STRING(10)),
  occurrenceOn: perhaps(DataTypes.DATEONLY),
  skippedOn: perhaps(DataTypes.STRING(1200)),
} as Record<string, Parameters<QueryInterface['addColumn']>[2]>

export async function up(q: QueryInterface): Promise<void> {
  for (const [name, column] of Object.entries(added)) await q.addColumn('Tasks', name, column)
  await q.createTable('Completions', {
    id: { ...id, type: DataTypes.STRING(47), primaryKey: true },
    taskId: { ...id, references: { model: 'Tasks', key: 'id' }, onDelete: 'CASCADE' },
    // No reference: SQL Server allows one way of cascading to a table, and these go with their task.
    listId: id,
    seriesId: id,
    occurrenceOn: day,
    skipped: { type: DataTypes.BOOLEAN, allowNull: false },
    completedAt: instant,
    completedBy: id,
    doneOn: day,
    before: json,
    after: json,
    undoneAt: { ...instant, allowNull: true, defaultValue: null },
    version: { type: DataTypes.INTEGER, allowNull: false },
  })
  await q.addIndex('Completions', ['taskId', 'occurrenceOn'], { name: 'Completions_once', unique: true })
  await q.addIndex('Completions', ['seriesId', 'occurrenceOn'], { name: 'Completions_series' })
  await q.addIndex('Completions', ['listId', 'version'], { name: 'Completions_version' })
}

export async function down(q: QueryInterface): Promise<void> {
  await q.dropTable('Completions')
  for (const name of Object.keys(added)) await dialectOf(q.sequelize).dropColumn(q, 'Tasks', name)
}
