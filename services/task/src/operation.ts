import { DataTypes, type InferAttributes, Model, type Sequelize } from 'sequelize'
import { columns, instant, key, perhapsText, text } from './column.ts'

/** What a person did and how it ended, kept so that sending it again does nothing again. */
export class OperationRow extends Model<InferAttributes<OperationRow>> {
  declare personId: string
  /** A pushed operation's id, or `rest:` and the `Idempotency-Key` of a request. */
  declare id: string
  /** What the request was, hashed, to tell a repeat from a key used twice. */
  declare fingerprint: string | null
  /** JSON. */
  declare result: string
  declare createdAt: Date

  static table(db: Sequelize): void {
    OperationRow.init(ownColumns, { sequelize: db, tableName: 'Operations', timestamps: false, indexes })
  }
}

const ownColumns = columns({
  personId: key,
  id: { ...text(120), primaryKey: true },
  fingerprint: perhapsText(64),
  result: { type: DataTypes.TEXT, allowNull: false },
  createdAt: instant,
})
const indexes = [{ name: 'Operations_created', fields: ['createdAt'] }]
