import { shortLink } from '@doable/domain/short-link'
import { taskLink } from '@doable/domain/task-link'
import { TryLater } from '@doable/service-kit/jobs'
import type { Platform } from '@doable/service-kit/service'
import { type Channel, type Message, Undeliverable } from '../channel.ts'
import type { Notification } from '../notification.ts'
import { giveBack, takeOne } from '../sms/cap.ts'
import { PhoneNumber, stopSms } from '../sms/phone-number.ts'
import { handOver, missingForSms } from '../sms/provider.ts'
import { NotSent } from '../sms/refusal.ts'
import { smsText } from '../sms/text.ts'
import { refuseUnwanted } from '../wanted.ts'
import { describeShort } from '../words/words.ts'

/** SMS over a provider that follows Twilio's contract. */
export const sms: Channel = {
  name: 'sms',
  missing: missingForSms,
  async targets(personId, transaction) {
    const row = await PhoneNumber.findByPk(personId, { ...(transaction && { transaction }) })
    return numberOf(row) ? [''] : []
  },
  async send(platform, message) {
    const { notification, recipient, deliveryId, key } = message
    await refuseUnwanted('sms', notification)
    const to = numberOf(await PhoneNumber.findByPk(recipient.personId))
    if (!to) throw new Undeliverable('There is no verified number.')
    if (!(await takeOne(platform, recipient)))
      throw new Undeliverable(`Over the cap of ${platform.config.smsPerDay} SMS a day.`)
    try {
      return await handOver(platform, {
        to,
        text: textOf(platform, message),
        delivery: { id: deliveryId, key },
      })
    } catch (error) {
      throw await afterwards(platform, recipient.personId, to, error)
    }
  },
  atOnce: 4,
  perMinute: ({ config }) => config.smsPerMinute,
}

const numberOf = (row: PhoneNumber | null) => (row?.verifiedAt && !row.stopped ? row.number : null)

function textOf({ config }: Platform, { notification, recipient }: Message): string {
  const link = new URL(pathOf(notification), config.publicUrl).href
  return smsText({ ...describeShort(notification, recipient.language), link })
}

function pathOf({ kind, listId, taskId }: Notification): string {
  if (kind === 'test') return '/'
  if (taskId) return shortLink({ kind: 'task', id: taskId })
  return kind === 'digest' || !listId ? taskLink({ view: 'today' }) : shortLink({ kind: 'list', id: listId })
}

/** What a try that did not succeed leaves behind, and the error that says whether there is another. */
async function afterwards(
  platform: Platform,
  personId: string,
  to: string,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof NotSent)) return error
  const { why, message, seconds, cause } = error
  if (why !== 'unknown') await giveBack(platform, personId)
  // Everybody's SMS wait until it is mended.
  if (why === 'ours')
    platform.log.error({ err: cause ?? error }, 'SMS cannot be sent: look at the settings SMS_...')
  if (why === 'unreachable' || why === 'unsubscribed') await stopSms(personId, to, why)
  if (why === 'unreachable' || why === 'unsubscribed' || why === 'unroutable')
    return new Undeliverable(message)
  return seconds > 0 ? new TryLater(message, seconds) : error
}
