import { DataTypes } from 'sequelize'

/** The kinds of columns there are, so that a table reads as a list of what it holds. */
export const id = { type: DataTypes.STRING(36), allowNull: false }
export const key = { ...id, primaryKey: true }
export const perhapsId = { type: DataTypes.STRING(36), allowNull: true, defaultValue: null }
export const instant = { type: DataTypes.DATE(3), allowNull: false }
export const perhapsInstant = { type: DataTypes.DATE(3), allowNull: true, defaultValue: null }
export const perhapsDay = { type: DataTypes.DATEONLY, allowNull: true, defaultValue: null }
export const text = (length: number) => ({ type: DataTypes.STRING(length), allowNull: false })
export const perhapsText = (length: number) => ({
  type: DataTypes.STRING(length),
  allowNull: true,
  defaultValue: null,
})
export const number = { type: DataTypes.INTEGER, allowNull: false }
export const position = text(200)

/** Sequelize writes into the columns it is given, so every one gets its own. */
export const columns = <T extends Record<string, object>>(described: T): T =>
  Object.fromEntries(Object.entries(described).map(([name, column]) => [name, { ...column }])) as T
