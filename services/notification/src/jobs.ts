import { type JobRow, jobsTable } from '@doable/service-kit/job-table'
import { Jobs } from '@doable/service-kit/jobs'
import type { Platform } from '@doable/service-kit/service'
import type { ModelStatic, Sequelize } from 'sequelize'

let rows: ModelStatic<JobRow>

export function installJobs(db: Sequelize): void {
  rows = jobsTable(db, 'NotificationJobs')
}

/** What this service does later: rows of `NotificationJobs`. */
export const jobsOf = ({ clock }: Pick<Platform, 'clock'>): Jobs => new Jobs(rows, clock)
