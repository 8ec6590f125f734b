import { z } from 'zod'
import { WallTime } from './common.ts'
import { Kind, kinds } from './notification-kind.ts'
import { mostMinutesBefore } from './reminder-limits.ts'
import { route } from './route.ts'

/** `app` is the bell and the open windows; the others reach a person who is not looking. */
export const channels = ['app', 'email', 'push', 'sms', 'webhook'] as const
export const Channel = z.enum(channels)

const fields = {
  /** Which channels tell of which kind. */
  kinds: z.record(Kind, z.array(Channel).max(channels.length)),
  /** From then on, in the person's zone, nothing but the app is used until `quietUntil`; what comes meanwhile is told then. */
  quietFrom: WallTime.nullable(),
  quietUntil: WallTime.nullable(),
  /** Reminders of urgent tasks (p1) are told in quiet hours too. */
  urgentPasses: z.boolean(),
  /** When the digest of the day is told, in the person's zone; null for none. */
  digestAt: WallTime.nullable(),
  /** How long before its time a task is due soon. */
  dueSoonMinutes: z.int().min(0).max(10_080),
  /** How long before the time of a task that has no reminder of its own it reminds; null for not at all. */
  defaultReminderMinutes: z.int().min(0).max(mostMinutesBefore).nullable(),
  /** When, in the person's zone, what concerns a whole day is told: due, deadline, overdue. */
  allDayAt: WallTime,
}

/** `configured`: this server can send over it. `ready`: and the person can be reached by it. `why` says what is missing. */
const ChannelState = z.strictObject({
  channel: Channel,
  configured: z.boolean(),
  ready: z.boolean(),
  why: z.string().nullable(),
})

export const NotificationSettings = z.strictObject(fields).meta({ id: 'NotificationSettings' })
export const NotificationSettingsPatch = z
  .strictObject({ ...fields, kinds: z.partialRecord(Kind, z.array(Channel).max(channels.length)) })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'nothing to change')
const Answer = z.strictObject({ settings: NotificationSettings, channels: z.array(ChannelState) })

const everywhere = ['app', 'push', 'webhook'] as const
const mailed = ['app', 'email', 'push', 'webhook'] as const
/** What holds for whoever has changed nothing: nobody is mailed about what they only might want to know. */
export const standardSettings: NotificationSettings = {
  kinds: {
    ...Object.fromEntries(kinds.map((kind) => [kind, [...everywhere]])),
    reminder: [...mailed],
    assigned: [...mailed],
    mentioned: [...mailed],
    shared: [...mailed],
    digest: [...mailed],
  } as NotificationSettings['kinds'],
  quietFrom: null,
  quietUntil: null,
  urgentPasses: true,
  digestAt: null,
  dueSoonMinutes: 30,
  defaultReminderMinutes: null,
  allDayAt: '09:00',
}

export const notificationSettingsApi = {
  settings: route({
    method: 'GET',
    path: '/api/notifications/settings',
    summary: 'Which kinds of news reach me over which channels, and when',
    ok: Answer,
    status: 200,
  }),
  changeSettings: route({
    method: 'PATCH',
    path: '/api/notifications/settings',
    summary: 'Change how I am told; of the kinds only those that are named',
    body: NotificationSettingsPatch,
    ok: Answer,
    status: 200,
  }),
  test: route({
    method: 'POST',
    path: '/api/notifications/settings/test',
    summary: 'Send me a test message over one channel; the delivery log shows what became of it',
    body: z.strictObject({ channel: Channel }),
    status: 204,
  }),
}
export type Channel = z.infer<typeof Channel>
export type NotificationSettings = z.infer<typeof NotificationSettings>
export type NotificationSettingsPatch = z.infer<typeof NotificationSettingsPatch>
export type ChannelState = z.infer<typeof ChannelState>
