import { DataTypes, type InferAttributes, Model, type Sequelize, type Transaction } from 'sequelize'

/** The one row that says whether this installation has had an administrator. */
export class Installation extends Model<InferAttributes<Installation>> {
  declare id: number
  declare administered: boolean

  static install(db: Sequelize): void {
    Installation.init(columns, { sequelize: db, tableName: 'Installations', timestamps: false })
  }
}

const columns = {
  id: { type: DataTypes.INTEGER, primaryKey: true, allowNull: false },
  administered: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
}

/**
 * Answers true to the first who asks, and never again. A second one waits at the row until the transaction of the
 * first has ended, so of two people who register at once one becomes administrator.
 */
export async function isFirst(transaction: Transaction): Promise<boolean> {
  const [changed] = await Installation.update(
    { administered: true },
    { where: { administered: false }, transaction },
  )
  return changed > 0
}
