import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'
import { columns, instant, key, number, perhapsText, text } from './column.ts'

/** What this service must know of people, learnt from the user service's events. */
export class PersonRow extends Model<InferAttributes<PersonRow>> {
  declare id: string
  /** Empty until the user service has told it. */
  declare name: string
  /** Lower case; null until the user service has told it. */
  declare email: string | null
  declare timeZone: string
  declare weekStart: number
  /** A BCP 47 tag. */
  declare language: string
  /** Raised by each change of the person's own things (labels, filters, views), as a list's version is by changes in the list. */
  declare version: number
  declare createdAt: Date
  declare updatedAt: Date

  static table(db: Sequelize): void {
    PersonRow.init(ownColumns, { sequelize: db, tableName: 'People', timestamps: false, indexes })
  }
}

const ownColumns = columns({
  id: key,
  name: { ...text(100), defaultValue: '' },
  email: perhapsText(254),
  timeZone: { ...text(64), defaultValue: 'UTC' },
  weekStart: { ...number, defaultValue: 1 },
  language: { ...text(20), defaultValue: 'en' },
  version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
  createdAt: instant,
  updatedAt: instant,
})
const indexes = [{ name: 'People_email', fields: ['email'] }]
