import { standardSettings } from '@doable/contracts/notification-settings'
import type { Platform } from '@doable/service-kit/service'
import type { Transaction } from 'sequelize'
import { type Alarm, type AlarmSettings, alarmsOf } from './alarms.ts'
import { jobsOf } from './jobs.ts'
import { zoneOf } from './recipient.ts'
import { settingsOf } from './settings.ts'
import type { Watched } from './watched-task.ts'

/** The queue of jobs that tell somebody of a task. */
export const queue = 'alarm'

/** What was watched for somebody and what is from now on; null for nothing. */
export type Change = { before: Watched | null; after: Watched | null }

/** Which of a task's alarms, in the payload of a job. */
export const nameOf = ({ kind, key }: Alarm): string => `${kind}:${key}`

const jobKey = ({ taskId, personId }: Watched, alarm: Alarm) => `${taskId}:${personId}:${nameOf(alarm)}`

const everyAlarm: AlarmSettings = { ...standardSettings, defaultReminderMinutes: 0 }
/** The keys of all jobs there may be for a task and a person: they follow from the task alone. */
export const jobKeys = (watched: Watched | null): string[] =>
  watched ? alarmsOf(watched, 'UTC', everyAlarm).map((alarm) => jobKey(watched, alarm)) : []

export function jobOf({ taskId, personId, ...rest }: Watched, alarm: Alarm) {
  const payload = { taskId, personId, alarm: nameOf(alarm) }
  return { key: jobKey({ taskId, personId, ...rest }, alarm), owner: personId, runAt: alarm.at, payload }
}

/**
 * Makes the waiting jobs follow what is watched. What was past at `at`, when it came to be, is not told: whoever did it knows.
 * What still waited and has become past by a move of the person or a new setting is late, not lost. There can be thousands:
 * so a few statements do all of them.
 */
export async function plan(
  platform: Platform,
  transaction: Transaction,
  changes: readonly Change[],
  at: string,
): Promise<void> {
  const jobs = jobsOf(platform)
  const waiting = await jobs.waiting(
    queue,
    changes.flatMap(({ before }) => jobKeys(before)),
    transaction,
  )
  const wanted = []
  const people = new Map<string, Circumstances>()
  for (const { after } of changes) {
    if (!after) continue
    const { personId } = after
    const { zone, settings } = people.get(personId) ?? (await circumstances(personId, transaction))
    people.set(personId, { zone, settings })
    for (const alarm of alarmsOf(after, zone, settings))
      if (alarm.at > new Date(at) || waiting.has(jobKey(after, alarm))) wanted.push(jobOf(after, alarm))
  }
  const kept = new Set(wanted.map(({ key }) => key))
  await jobs.cancelAll(queue, [...waiting.difference(kept)], transaction)
  await jobs.putAll(queue, wanted, transaction)
}

type Circumstances = { zone: string; settings: AlarmSettings }

/** Where a person is and how they want to be told. */
export async function circumstances(personId: string, transaction: Transaction): Promise<Circumstances> {
  return { zone: await zoneOf(personId, transaction), settings: await settingsOf(personId, transaction) }
}
