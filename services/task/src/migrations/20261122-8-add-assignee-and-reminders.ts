import { dialectOf } from '@doable/service-kit/database'
import { DataTypes, Op, type QueryInterface } from 'sequelize'

const perhaps = (length: number) => ({
  type: DataTypes.STRING(length),
  allowNull: true,
  defaultValue: null,
})
const added = { assigneeId: perhaps(36), reminders: perhaps(4000) }
const index = 'Tasks_assignee'

export async function up(q: QueryInterface): Promise<void> {
  for (const [name, column] of Object.entries(added)) await q.addColumn('Tasks', name, column)
  const assigned = { assigneeId: { [Op.ne]: null } }
  await q.addIndex('Tasks', ['assigneeId', 'listId'], { name: index, where: assigned })
}

export async function down(q: QueryInterface): Promise<void> {
  await q.removeIndex('Tasks', index)
  for (const name of Object.keys(added)) await dialectOf(q.sequelize).dropColumn(q, 'Tasks', name)
}
