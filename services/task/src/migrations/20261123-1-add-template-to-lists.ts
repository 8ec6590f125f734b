import { dialectOf } from '@doable/service-kit/database'
import { DataTypes, type QueryInterface } from 'sequelize'

const templateAt = { type: DataTypes.DATE(3), allowNull: true, defaultValue: null }

export const up = (q: QueryInterface): Promise<void> => q.addColumn('Lists', 'templateAt', templateAt)

export const down = (q: QueryInterface): Promise<void> =>
  dialectOf(q.sequelize).dropColumn(q, 'Lists', 'templateAt')
