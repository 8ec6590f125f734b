import { deliveryApi } from '@doable/contracts/delivery'
import { notificationSettingsApi } from '@doable/contracts/notification-settings'
import { mount } from '@doable/service-kit/mount'
import { problem } from '@doable/service-kit/problem'
import type { Platform } from '@doable/service-kit/service'
import { inTransaction } from '@doable/service-kit/transaction'
import type { FastifyInstance } from 'fastify'
import { channelStates } from './channels.ts'
import { deliveries } from './delivery-log.ts'
import { planDigest } from './digest.ts'
import { changeSettings, settingsOf } from './settings.ts'
import { tell } from './tell.ts'
import { replan } from './watch-many.ts'
import { replay } from './webhook/replay.ts'

/** What moves the moments of tasks when it changes. */
const moving = ['dueSoonMinutes', 'defaultReminderMinutes', 'allDayAt'] as const

export function settingsRoutes(app: FastifyInstance, platform: Platform): void {
  const answer = async (personId: string) => ({
    settings: await settingsOf(personId),
    channels: await channelStates(platform, personId),
  })
  mount(app, notificationSettingsApi, {
    settings: ({ person }) => answer(person.id),
    async changeSettings({ person, body }) {
      await inTransaction(platform.db, async (transaction) => {
        await changeSettings(person.id, body, transaction)
        if (body.digestAt !== undefined) await planDigest(platform, transaction, person.id)
        if (!moving.some((field) => body[field] !== undefined)) return
        await replan(platform, transaction, person.id, platform.clock.now().toISOString())
      })
      return answer(person.id)
    },
    async test({ person, body: { channel } }) {
      const states = await channelStates(platform, person.id)
      const state = states.find((each) => each.channel === channel)
      if (!state?.configured) throw problem(409, 'channel-not-configured', state?.why ?? undefined)
      if (!state.ready)
        throw problem(409, 'channel-not-ready', 'You cannot be reached over this channel yet.')
      const moment = platform.clock.now().toISOString()
      const news = {
        personId: person.id,
        kind: 'test',
        taskId: null,
        listId: person.id,
        title: channel,
      } as const
      await inTransaction(platform.db, (transaction) =>
        tell(platform, transaction, { ...news, actorId: null, moment, only: channel, urgent: true }),
      )
    },
  })
  mount(app, deliveryApi, {
    deliveries: ({ person, query }) => deliveries(person.id, query),
    replay: ({ person, params }) => replay(platform, person.id, params.id),
  })
}
