import type { Model, ModelStatic, Sequelize, Transaction } from 'sequelize'

/**
 * Writes rows as they are, with one statement. `create` and `bulkCreate` make an instance of each first, which takes longer than
 * the statement itself; what a row must look like, the contract and the table say.
 */
export async function insert(model: ModelStatic<Model>, rows: object[], transaction?: Transaction) {
  const { sequelize, tableName } = model as typeof model & { sequelize: Sequelize }
  const q = sequelize.getQueryInterface()
  // Sequelize reads the columns' types from it, which its types leave out.
  const bulkInsert = q.bulkInsert as (...given: [string, object[], object, object]) => Promise<unknown>
  await bulkInsert.call(q, tableName, rows, { transaction }, model.getAttributes())
}
