import { DataTypes, Op, type QueryInterface } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const perhapsId = { type: DataTypes.STRING(36), allowNull: true, defaultValue: null }
const instant = { type: DataTypes.DATE(3), allowNull: false }
const perhapsInstant = { type: DataTypes.DATE(3), allowNull: true, defaultValue: null }
const perhapsDay = { type: DataTypes.DATEONLY, allowNull: true, defaultValue: null }
const perhapsText = (length: number) => ({
  type: DataTypes.STRING(length),
  allowNull: true,
  defaultValue: null,
})
const list = { ...id, references: { model: 'Lists', key: 'id' }, onDelete: 'CASCADE' }
/** SQL Server allows one way of cascading to a table; tasks already go with their list. */
const kept = (model: string) => ({ ...perhapsId, references: { model, key: 'id' }, onDelete: 'NO ACTION' })

export async function up(q: QueryInterface): Promise<void> {
  await createTasks(q)
  await indexTasks(q)
  await createTaskLabels(q)
  await createGoneTasks(q)
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['GoneTasks', 'TaskLabels', 'Tasks']) await q.dropTable(table)
}

async function createTasks(q: QueryInterface): Promise<void> {
  await q.createTable('Tasks', {
    id: { ...id, primaryKey: true },
    listId: list,
    sectionId: kept('Sections'),
    parentId: kept('Tasks'),
    title: { type: DataTypes.STRING(500), allowNull: false },
    titleKey: { type: DataTypes.STRING(200), allowNull: false },
    notes: { type: DataTypes.TEXT, allowNull: false },
    priority: { type: DataTypes.INTEGER, allowNull: false },
    startOn: perhapsDay,
    dueOn: perhapsDay,
    dueTime: perhapsText(5),
    dueTimeZone: perhapsText(64),
    deadlineOn: perhapsDay,
    durationMinutes: { type: DataTypes.INTEGER, allowNull: true, defaultValue: null },
    position: { type: DataTypes.STRING(200), allowNull: false },
    completedAt: perhapsInstant,
    completedBy: perhapsId,
    trashedAt: perhapsInstant,
    createdBy: id,
    createdAt: instant,
    updatedAt: instant,
    version: { type: DataTypes.INTEGER, allowNull: false },
  })
}

async function indexTasks(q: QueryInterface): Promise<void> {
  await q.addIndex('Tasks', ['listId', 'version'], { name: 'Tasks_version' })
  await q.addIndex('Tasks', ['listId', 'position'], { name: 'Tasks_position' })
  await q.addIndex('Tasks', ['parentId'], { name: 'Tasks_parent' })
  await q.addIndex('Tasks', ['sectionId'], { name: 'Tasks_section' })
  const state = ['trashedAt', 'completedAt', 'dueOn', 'priority', 'dueTime', 'dueTimeZone', 'position', 'id']
  await q.addIndex('Tasks', ['listId', ...state], { name: 'Tasks_state' })
  const trashed = { trashedAt: { [Op.ne]: null } }
  await q.addIndex('Tasks', ['trashedAt'], { name: 'Tasks_trashed', where: trashed })
}

async function createTaskLabels(q: QueryInterface): Promise<void> {
  const task = { ...id, references: { model: 'Tasks', key: 'id' }, onDelete: 'CASCADE' }
  await q.createTable('TaskLabels', {
    taskId: { ...task, primaryKey: true },
    folded: { type: DataTypes.STRING(120), allowNull: false, primaryKey: true },
    label: { type: DataTypes.STRING(60), allowNull: false },
    place: { type: DataTypes.INTEGER, allowNull: false },
  })
  await q.addIndex('TaskLabels', ['folded', 'taskId'], { name: 'TaskLabels_folded' })
}

async function createGoneTasks(q: QueryInterface): Promise<void> {
  await q.createTable('GoneTasks', {
    taskId: { ...id, primaryKey: true },
    listId: { ...list, primaryKey: true },
    version: { type: DataTypes.INTEGER, allowNull: false },
  })
  await q.addIndex('GoneTasks', ['listId', 'version'], { name: 'GoneTasks_version' })
}
