import { type JobRunner, startJobs } from '@doable/service-kit/job-runner'
import type { Platform, Service } from '@doable/service-kit/service'
import { consumers } from './consumers.ts'
import { queue, tellDue } from './due-soon.ts'
import { DueTask } from './due-task.ts'
import { installJobs, jobsOf } from './jobs.ts'
import { Notification } from './notification.ts'
import { notificationRoutes } from './notification-routes.ts'
import { Recipient } from './recipient.ts'
import { startRetention } from './retention.ts'

/** Starts doing what falls due; `tick` does it at once. */
export const startWork = (platform: Platform): JobRunner =>
  startJobs(jobsOf(platform), { [queue]: { handle: (job) => tellDue(platform, job) } }, platform.log)

/** Who is told what and when, and the live channel. */
export const notificationService: Service = {
  name: 'notification',
  home: new URL('./', import.meta.url),
  models(db) {
    for (const model of [Notification, Recipient, DueTask]) model.install(db)
    installJobs(db)
  },
  routes: notificationRoutes,
  consumes: consumers,
  async start(platform) {
    const stopTidying = startRetention(platform)
    const { stop } = startWork(platform)
    return () => {
      stopTidying()
      return stop()
    }
  },
}
