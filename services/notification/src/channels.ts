import type { ChannelState } from '@doable/contracts/notification-settings'
import type { Platform } from '@doable/service-kit/service'
import type { Channel } from './channel.ts'
import { email } from './channels/email.ts'
import { push } from './channels/push.ts'
import { sms } from './channels/sms.ts'
import { webhook } from './channels/webhook.ts'

/** Every way out of the house. The app itself is not among them: what is told is there by being told. */
export const outbound: readonly Channel[] = [email, push, sms, webhook]

export const channelOf = (name: string): Channel | undefined => outbound.find((each) => each.name === name)

/** Which channels there are for a person, and what is missing. */
export async function channelStates(platform: Platform, personId: string): Promise<ChannelState[]> {
  const states = await Promise.all(
    outbound.map(async (channel): Promise<ChannelState> => {
      const why = channel.missing(platform)
      const ready = why === null && (await channel.targets(personId)).length > 0
      return { channel: channel.name, configured: why === null, ready, why }
    }),
  )
  return [{ channel: 'app', configured: true, ready: true, why: null }, ...states]
}
