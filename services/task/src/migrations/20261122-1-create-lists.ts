import { DataTypes, Op, type QueryInterface } from 'sequelize'

const id = { type: DataTypes.STRING(36), allowNull: false }
const instant = { type: DataTypes.DATE(3), allowNull: false }
const perhapsInstant = { type: DataTypes.DATE(3), allowNull: true, defaultValue: null }
const position = { type: DataTypes.STRING(200), allowNull: false }
const version = { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 }
const person = { ...id, references: { model: 'People', key: 'id' }, onDelete: 'NO ACTION' }
const list = { ...id, references: { model: 'Lists', key: 'id' }, onDelete: 'CASCADE' }

export async function up(q: QueryInterface): Promise<void> {
  await createPeople(q)
  await createLists(q)
  await createMembers(q)
  await createSections(q)
}

export async function down(q: QueryInterface): Promise<void> {
  for (const table of ['Sections', 'ListMembers', 'Lists', 'People']) await q.dropTable(table)
}

async function createPeople(q: QueryInterface): Promise<void> {
  await q.createTable('People', {
    id: { ...id, primaryKey: true },
    name: { type: DataTypes.STRING(100), allowNull: false, defaultValue: '' },
    email: { type: DataTypes.STRING(254), allowNull: true, defaultValue: null },
    timeZone: { type: DataTypes.STRING(64), allowNull: false, defaultValue: 'UTC' },
    weekStart: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  await q.addIndex('People', ['email'], { name: 'People_email' })
}

async function createLists(q: QueryInterface): Promise<void> {
  await q.createTable('Lists', {
    id: { ...id, primaryKey: true },
    ownerId: person,
    name: { type: DataTypes.STRING(200), allowNull: false },
    color: { type: DataTypes.STRING(20), allowNull: false },
    isInbox: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    archivedAt: perhapsInstant,
    trashedAt: perhapsInstant,
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  await q.addIndex('Lists', ['ownerId'], { name: 'Lists_owner' })
  const where = { trashedAt: { [Op.ne]: null } }
  await q.addIndex('Lists', ['trashedAt'], { name: 'Lists_trashed', where })
}

async function createMembers(q: QueryInterface): Promise<void> {
  await q.createTable('ListMembers', {
    listId: { ...list, primaryKey: true },
    personId: { ...person, primaryKey: true },
    role: { type: DataTypes.STRING(10), allowNull: false },
    position,
    createdAt: instant,
  })
  await q.addIndex('ListMembers', ['personId', 'listId'], { name: 'ListMembers_person' })
}

async function createSections(q: QueryInterface): Promise<void> {
  await q.createTable('Sections', {
    id: { ...id, primaryKey: true },
    listId: list,
    name: { type: DataTypes.STRING(200), allowNull: false },
    position,
    trashedAt: perhapsInstant,
    version,
    createdAt: instant,
    updatedAt: instant,
  })
  await q.addIndex('Sections', ['listId', 'version'], { name: 'Sections_version' })
}
