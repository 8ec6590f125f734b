import type { Model, ModelStatic, Sequelize, Transaction } from 'sequelize'
import { dialectOf } from './database.ts'

/**
 * Writes rows as they are, which all have the same columns, with one statement. `create` and `bulkCreate` make an instance of
 * each first, which takes longer than the statement itself; what a row must look like, the contract and the table say.
 */
export async function insert(model: ModelStatic<Model>, rows: object[], transaction: Transaction) {
  const { sequelize, tableName } = model as typeof model & { sequelize: Sequelize }
  await dialectOf(sequelize).insert(sequelize, tableName, rows, {
    transaction,
    columns: model.getAttributes(),
  })
}
