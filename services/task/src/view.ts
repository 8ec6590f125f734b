import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'
import { columns, instant, key, number, text } from './column.ts'

/** How a person looks at one page. Nothing asks for a single setting, so they are kept together. */
export class ViewRow extends Model<InferAttributes<ViewRow>> {
  declare ownerId: string
  /** The page, such as `today` or `list <id>`; one person's is nothing to another's. */
  declare id: string
  /** JSON. */
  declare settings: string
  declare version: number
  declare createdAt: Date
  declare updatedAt: Date

  static table(db: Sequelize): void {
    ViewRow.init(ownColumns, { sequelize: db, tableName: 'Views', timestamps: false, indexes })
  }
}

const ownColumns = columns({
  ownerId: key,
  id: { ...text(140), primaryKey: true },
  settings: { type: DataTypes.TEXT, allowNull: false },
  version: number,
  createdAt: instant,
  updatedAt: instant,
})
const indexes = [{ name: 'Views_version', fields: ['ownerId', 'version'] }]
