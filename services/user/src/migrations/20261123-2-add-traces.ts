import { addEventTraces, dropEventTraces } from '@doable/service-kit/event-tables'
import type { QueryInterface } from 'sequelize'

export const up = (q: QueryInterface): Promise<void> => addEventTraces(q, 'user')

export const down = (q: QueryInterface): Promise<void> => dropEventTraces(q, 'user')
