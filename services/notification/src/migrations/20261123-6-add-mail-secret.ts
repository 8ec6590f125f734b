import { dialectOf } from '@doable/service-kit/database'
import { DataTypes, type QueryInterface } from 'sequelize'

export const up = (q: QueryInterface): Promise<void> =>
  q.addColumn('Recipients', 'mailSecret', {
    type: DataTypes.STRING(64),
    allowNull: true,
    defaultValue: null,
  })

export const down = (q: QueryInterface): Promise<unknown> =>
  dialectOf(q.sequelize).dropColumn(q, 'Recipients', 'mailSecret')
