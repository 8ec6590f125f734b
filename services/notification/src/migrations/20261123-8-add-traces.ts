import { addEventTraces, dropEventTraces } from '@doable/service-kit/event-tables'
import { addJobTraces, dropJobTraces } from '@doable/service-kit/job-table'
import type { QueryInterface } from 'sequelize'

export async function up(q: QueryInterface): Promise<void> {
  await addEventTraces(q, 'notification')
  await addJobTraces(q, 'NotificationJobs')
}

export async function down(q: QueryInterface): Promise<void> {
  await dropJobTraces(q, 'NotificationJobs')
  await dropEventTraces(q, 'notification')
}
