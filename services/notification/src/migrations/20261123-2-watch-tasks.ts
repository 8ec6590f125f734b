import { DataTypes, type QueryInterface } from 'sequelize'

/** Sequelize writes into what it is given: each column needs an object of its own. */
const id = () => ({ type: DataTypes.STRING(36), allowNull: false })
const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
const perhaps = (length: number) => ({ type: DataTypes.STRING(length), allowNull: true, defaultValue: null })
const perhapsDay = () => ({ type: DataTypes.DATEONLY, allowNull: true, defaultValue: null })
const perhapsInstant = () => ({ type: DataTypes.DATE(3), allowNull: true, defaultValue: null })

const watched = {
  taskId: { ...id(), primaryKey: true },
  personId: { ...id(), primaryKey: true },
  listId: id(),
  title: text(500),
  priority: { type: DataTypes.INTEGER, allowNull: false },
  startOn: perhapsDay(),
  dueOn: perhapsDay(),
  dueTime: perhaps(5),
  dueTimeZone: perhaps(64),
  deadlineOn: perhapsDay(),
  reminders: { type: DataTypes.TEXT, allowNull: false },
  snoozedUntil: perhapsInstant(),
  paused: { type: DataTypes.BOOLEAN, allowNull: false },
}
const due = {
  taskId: { ...id(), primaryKey: true },
  personId: { ...id(), primaryKey: true },
  listId: id(),
  title: text(500),
  dueOn: { type: DataTypes.DATEONLY, allowNull: false },
  dueTime: perhaps(5),
  dueTimeZone: perhaps(64),
  fireAt: perhapsInstant(),
  paused: { type: DataTypes.BOOLEAN, allowNull: false },
}
const both = ['taskId', 'personId', 'listId', 'title', 'dueOn', 'dueTime', 'dueTimeZone', 'paused'].join(', ')

/** What waited to be told of a due task still is; its other moments come with that, or with the next change of the task. */
export async function up(q: QueryInterface): Promise<void> {
  await q.createTable('WatchedTasks', watched)
  const taken = `SELECT ${both}, 4, '[]' FROM "DueTasks"`
  await q.sequelize.query(`INSERT INTO "WatchedTasks" (${both}, priority, reminders) ${taken}`)
  await q.addIndex('WatchedTasks', ['personId'], { name: 'WatchedTasks_person' })
  await q.addIndex('WatchedTasks', ['listId'], { name: 'WatchedTasks_list' })
  await q.dropTable('DueTasks')
  await q.bulkUpdate('NotificationJobs', { queue: 'alarm' }, { queue: 'due-soon' })
}

/** The jobs go on under their names; who reads them finds the moment anew. */
export async function down(q: QueryInterface): Promise<void> {
  await q.createTable('DueTasks', due)
  const taken = `SELECT ${both} FROM "WatchedTasks" WHERE dueOn IS NOT NULL`
  await q.sequelize.query(`INSERT INTO "DueTasks" (${both}) ${taken}`)
  await q.addIndex('DueTasks', ['personId'], { name: 'DueTasks_person' })
  await q.addIndex('DueTasks', ['listId'], { name: 'DueTasks_list' })
  await q.dropTable('WatchedTasks')
  await q.bulkUpdate('NotificationJobs', { queue: 'due-soon' }, { queue: 'alarm' })
}
