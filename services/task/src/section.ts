import { type InferAttributes, Model, type Sequelize } from 'sequelize'
import { columns, id, instant, key, number, perhapsInstant, position, text } from './column.ts'

/**
 * A section of a list. While it is in the trash its tasks keep pointing at it and stand in the list without one, so that
 * restoring it brings them back under it.
 */
export class SectionRow extends Model<InferAttributes<SectionRow>> {
  declare id: string
  declare listId: string
  declare name: string
  declare position: string
  declare trashedAt: Date | null
  declare version: number
  declare createdAt: Date
  declare updatedAt: Date

  static table(db: Sequelize): void {
    SectionRow.init(ownColumns, { sequelize: db, tableName: 'Sections', timestamps: false, indexes })
  }
}

const ownColumns = columns({
  id: key,
  listId: id,
  name: text(200),
  position,
  trashedAt: perhapsInstant,
  version: { ...number, defaultValue: 0 },
  createdAt: instant,
  updatedAt: instant,
})
const indexes = [{ name: 'Sections_version', fields: ['listId', 'version'] }]
