import type { Platform } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import { Delivery } from './delivery.ts'
import { digestQueue } from './digest.ts'
import { jobsOf } from './jobs.ts'
import { Notification } from './notification.ts'
import { PushDevice } from './push-device.ts'
import { Recipient } from './recipient.ts'
import { NotificationSettings } from './settings.ts'
import { PhoneNumber } from './sms/phone-number.ts'
import { unwatch } from './watch-many.ts'
import { Webhook } from './webhook/webhook.ts'

/** Erases all there is of a person, their name in what others were told included. */
export async function forget(platform: Platform, transaction: Transaction, personId: string): Promise<void> {
  await unwatch(platform, transaction, { personId })
  await jobsOf(platform).cancel(digestQueue, personId, transaction)
  await jobsOf(platform).forget(personId, transaction)
  await Delivery.destroy({ where: { personId }, transaction })
  await Webhook.destroy({ where: { personId }, transaction })
  await PhoneNumber.destroy({ where: { personId }, transaction })
  await PushDevice.destroy({ where: { personId }, transaction })
  await NotificationSettings.destroy({ where: { personId }, transaction })
  await Notification.destroy({ where: { personId }, transaction })
  await Notification.update({ actorId: null, actorName: null }, { where: { actorId: personId }, transaction })
  await Recipient.destroy({ where: { personId }, transaction })
}
