import { addOwners, dropOwners } from '@doable/service-kit/job-table'
import type { QueryInterface } from 'sequelize'

/** Jobs that wait belong to nobody: they are done in their order, as before. */
export const up = (q: QueryInterface): Promise<void> => addOwners(q, 'NotificationJobs')

export const down = (q: QueryInterface): Promise<void> => dropOwners(q, 'NotificationJobs')
