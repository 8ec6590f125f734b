import { DataTypes, type InferAttributes, Model, Op, type Sequelize } from 'sequelize'
import { columns, id, instant, key, number, perhapsInstant, position, text } from './column.ts'

/** A list. What is a member's own (place, role) is in `MemberRow`. */
export class ListRow extends Model<InferAttributes<ListRow>> {
  declare id: string
  declare ownerId: string
  declare name: string
  declare color: string
  declare isInbox: boolean
  declare archivedAt: Date | null
  /** Since when it is a pattern for lists and not one of them; null for a list. */
  declare templateAt: Date | null
  declare trashedAt: Date | null
  /** Raised by each change in the list and stamped on the rows it changed, which puts all changes of a list in order. */
  declare version: number
  declare createdAt: Date
  declare updatedAt: Date

  static table(db: Sequelize): void {
    ListRow.init(listColumns, { sequelize: db, tableName: 'Lists', timestamps: false, indexes: listIndexes })
  }
}

/** Who may see a list, and as what. */
export class MemberRow extends Model<InferAttributes<MemberRow>> {
  declare listId: string
  declare personId: string
  declare role: 'owner' | 'editor' | 'viewer'
  declare position: string
  declare createdAt: Date

  static table(db: Sequelize): void {
    MemberRow.init(memberColumns, {
      sequelize: db,
      tableName: 'ListMembers',
      timestamps: false,
      indexes: memberIndexes,
    })
  }
}

const listColumns = columns({
  id: key,
  ownerId: id,
  name: text(200),
  color: text(20),
  isInbox: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
  archivedAt: perhapsInstant,
  templateAt: perhapsInstant,
  trashedAt: perhapsInstant,
  version: { ...number, defaultValue: 0 },
  createdAt: instant,
  updatedAt: instant,
})
const listIndexes = [
  { name: 'Lists_owner', fields: ['ownerId'] },
  { name: 'Lists_trashed', fields: ['trashedAt'], where: { trashedAt: { [Op.ne]: null } } },
]
const memberColumns = columns({ listId: key, personId: key, role: text(10), position, createdAt: instant })
const memberIndexes = [{ name: 'ListMembers_person', fields: ['personId', 'listId'] }]
