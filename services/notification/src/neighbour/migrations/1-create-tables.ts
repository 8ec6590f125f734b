import { createEventTables, dropEventTables } from '@doable/service-kit/event-tables'
import { createSessions } from '@doable/service-kit/session-table'
import { DataTypes, type QueryInterface } from 'sequelize'

export async function up(q: QueryInterface): Promise<void> {
  await createSessions(q)
  await q.createTable('Tasks', { id: { type: DataTypes.STRING(36), primaryKey: true, allowNull: false } })
  await createEventTables(q, 'neighbour')
}

export async function down(q: QueryInterface): Promise<void> {
  await dropEventTables(q, 'neighbour')
  for (const table of ['Tasks', 'Sessions']) await q.dropTable(table)
}
