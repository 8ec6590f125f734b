import { createHash } from 'node:crypto'
import { TryLater } from '@doable/service-kit/jobs'
import { outboundRequest } from '@doable/service-kit/outbound'
import { RefusedAddress } from '@doable/service-kit/outbound-address'
import type { PushKeys } from '@doable/service-kit/push-keys'
import { retryAfter } from '@doable/service-kit/retry-after'
import type { Platform } from '@doable/service-kit/service'
import webPush from 'web-push'
import { type Channel, type Message, Undeliverable } from '../channel.ts'
import { PushDevice } from '../push-device.ts'
import { devicesOf } from '../push-devices.ts'
import { refuseUnwanted } from '../wanted.ts'
import { heldPushKeys } from './push-keys.ts'
import { ttlOf, urgencyOf } from './push-pace.ts'
import { fitted, messageFor } from './push-payload.ts'

/** Push services take 4,096 bytes with what encryption adds (RFC 8030, 7.2); some take less. */
const mostBytes = 3000
const fewBytes = 1000
const timeoutMs = 20_000

/** Web push (RFC 8030) to each browser that the person has turned it on in. */
export const push: Channel = {
  name: 'push',
  missing: (platform) =>
    heldPushKeys(platform)
      ? null
      : 'Web push is not set up: the file that VAPID_KEYS names is not there; npm run db -- push-keys makes it.',
  targets: async (personId, transaction) => (await devicesOf(personId, transaction)).map(({ id }) => id),
  async send(platform, message) {
    const keys = heldPushKeys(platform)
    if (!keys) throw new Error('Web push is not set up.')
    const device = await PushDevice.findByPk(message.target)
    if (device?.personId !== message.recipient.personId)
      throw new Undeliverable('Push is off on this device by now.')
    await refuseUnwanted('push', message.notification)
    const text = await messageFor(message.notification, message.recipient)
    const post = (most: number) => handOver(platform, keys, { device, message, text: fitted(text, most) })
    const answer = await post(mostBytes)
    return judge(answer.status === 413 ? await post(fewBytes) : answer, device, platform.clock.now())
  },
  atOnce: 16,
  perMinute: ({ config }) => config.pushesPerMinute,
}

type Pushing = { device: PushDevice; message: Message; text: string }
type Answer = Awaited<ReturnType<typeof outboundRequest>>

async function handOver(platform: Platform, keys: PushKeys, pushing: Pushing): Promise<Answer> {
  const { url, headers, body } = request(platform, keys, pushing)
  try {
    return await outboundRequest(platform.config, {
      url,
      method: 'POST',
      headers,
      body,
      timeoutMs,
      mostBytes: 4096,
    })
  } catch (error) {
    if (error instanceof RefusedAddress) throw new Undeliverable(error.message)
    throw error
  }
}

function request({ config, clock }: Platform, keys: PushKeys, { device, message, text }: Pushing) {
  const { endpoint, p256dh, auth } = device
  const { kind } = message.notification
  const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
    vapidDetails: { subject: config.vapidContact, ...keys },
    TTL: ttlOf(kind, clock.now(), message.recipient.timeZone),
    urgency: urgencyOf(kind),
    // Another try takes the place of the one before, where that still waits for the device.
    topic: createHash('sha256').update(message.key).digest('base64url').slice(0, 32),
  })
  const headers = Object.fromEntries(
    Object.entries(details.headers).map(([name, value]) => [name, String(value)]),
  )
  return { url: endpoint, headers, body: details.body }
}

/** Answers the push service's name for the message. @throws Undeliverable, TryLater */
async function judge({ status, headers }: Answer, device: PushDevice, now: Date) {
  if (status >= 200 && status < 300) return headers.location?.slice(0, 200) ?? null
  if (status === 404 || status === 410) {
    await device.destroy()
    throw new Undeliverable(`${device.device} takes no more messages; the device was removed.`)
  }
  const said = `The push service answered ${status}.`
  if (status === 429 || status >= 500) throw new TryLater(said, retryAfter(headers, now))
  throw new Undeliverable(said)
}
