import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'
import { columns, id, instant, key, number, perhapsInstant, position, text } from './column.ts'

/** A query that a person keeps under a name. */
export class FilterRow extends Model<InferAttributes<FilterRow>> {
  declare id: string
  declare ownerId: string
  declare name: string
  /** As it was typed; it is read anew each time it is used. */
  declare query: string
  declare color: string
  declare favorite: boolean
  declare position: string
  declare trashedAt: Date | null
  declare version: number
  declare createdAt: Date
  declare updatedAt: Date

  static table(db: Sequelize): void {
    FilterRow.init(ownColumns, { sequelize: db, tableName: 'Filters', timestamps: false, indexes })
  }
}

const ownColumns = columns({
  id: key,
  ownerId: id,
  name: text(200),
  query: text(1000),
  color: text(20),
  favorite: { type: DataTypes.BOOLEAN, allowNull: false },
  position,
  trashedAt: perhapsInstant,
  version: number,
  createdAt: instant,
  updatedAt: instant,
})
const indexes = [{ name: 'Filters_version', fields: ['ownerId', 'version'] }]
