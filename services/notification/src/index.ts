import { type JobRunner, startJobs } from '@doable/service-kit/job-runner'
import type { Job } from '@doable/service-kit/jobs'
import { measureJobs } from '@doable/service-kit/metrics/jobs'
import type { Platform, Service } from '@doable/service-kit/service'
import { administrationRoutes } from './administration-routes.ts'
import { tellAlarm } from './alarm-job.ts'
import { outbound } from './channels.ts'
import { consumers } from './consumers.ts'
import { deliverers } from './deliver.ts'
import { Delivery } from './delivery.ts'
import { digestQueue, tellDigest } from './digest.ts'
import { beginFigures } from './figures.ts'
import { installJobs, jobsOf } from './jobs.ts'
import { Notification } from './notification.ts'
import { notificationRoutes } from './notification-routes.ts'
import { queue } from './plan.ts'
import { PushDevice } from './push-device.ts'
import { pushRoutes } from './push-routes.ts'
import { Recipient } from './recipient.ts'
import { passOver } from './restored.ts'
import { startRetention } from './retention.ts'
import { NotificationSettings } from './settings.ts'
import { settingsRoutes } from './settings-routes.ts'
import { PhoneNumber } from './sms/phone-number.ts'
import { smsRoutes } from './sms/routes.ts'
import { figures } from './status-figures.ts'
import { unsubscribeRoutes } from './unsubscribe-routes.ts'
import { WatchedTask } from './watched-task.ts'
import { Webhook } from './webhook/webhook.ts'
import { webhookRoutes } from './webhook/webhook-routes.ts'

/** Starts doing what falls due; `tick` does it at once. */
export function startWork(platform: Platform): JobRunner {
  const workers = {
    [queue]: { handle: (job: Job) => tellAlarm(platform, job) },
    [digestQueue]: { handle: (job: Job) => tellDigest(platform, job) },
    ...deliverers(platform),
  }
  beginFigures(
    platform,
    outbound.map(({ name }) => name),
  )
  measureJobs(jobsOf(platform), Object.keys(workers), platform.clock, platform.metrics)
  const { tick, stop } = startJobs(jobsOf(platform), workers, platform)
  const stopAll = async () => {
    await stop()
    for (const channel of outbound) channel.close?.(platform)
  }
  return { tick, stop: stopAll }
}

/** Who is told what and when, and the live channel. */
export const notificationService: Service = {
  name: 'notification',
  home: new URL('./', import.meta.url),
  models(db) {
    for (const model of [
      Notification,
      NotificationSettings,
      Delivery,
      PhoneNumber,
      PushDevice,
      Recipient,
      WatchedTask,
      Webhook,
    ])
      model.install(db)
    installJobs(db)
  },
  async routes(app, platform) {
    notificationRoutes(app, platform)
    settingsRoutes(app, platform)
    unsubscribeRoutes(app, platform)
    webhookRoutes(app, platform)
    smsRoutes(app, platform)
    await pushRoutes(app, platform)
    administrationRoutes(app, platform)
  },
  consumes: consumers,
  figures,
  restored: passOver,
  async start(platform) {
    for (const { name, missing } of outbound) {
      const why = missing(platform)
      if (why) platform.log.info({ channel: name, why }, 'nothing is sent over this channel')
    }
    const stopTidying = startRetention(platform)
    const { stop } = startWork(platform)
    return () => {
      stopTidying()
      return stop()
    }
  },
}
