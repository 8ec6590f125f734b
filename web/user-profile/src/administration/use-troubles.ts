import { ago, number } from '@doable/ui/format'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueueName } from './queue-name.ts'
import type { Seen } from './use-status.ts'
import { seconds, useStatusWords } from './use-status-words.ts'

// The bounds of the alerts in ops/prometheus/rules/parts.rules.yml.
const mostWaiting = 60
const mostWaitingToBeSent = 600
const leastDisk = 0.1
const backupMs = 36 * 60 * 60 * 1000

/** What needs to be looked at, a sentence each; none where all is in order. What several tell alike is said once. */
export function useTroubles(): (seen: readonly Seen[]) => string[] {
  const ofOne = useTroublesOfService()
  const ofAll = useTroublesOfAll()
  return (seen) => [...new Set([...seen.flatMap(ofOne), ...ofAll(seen)])]
}

function useTroublesOfService(): (seen: Seen) => string[] {
  const { t } = useLingui()
  const words = useStatusWords()
  const queueName = useQueueName()
  return ({ name, status }) => {
    const service = words.service(name)
    if (!status) return [t`${service}: this service does not answer.`]
    const { database, redis, outbox, stream, queues, disk } = status
    const found: string[] = []
    if (database.milliseconds === null) found.push(t`${service}: the database does not answer.`)
    if (redis?.milliseconds === null) found.push(t`${service}: Redis does not answer.`)
    if (outbox && outbox.seconds > mostWaiting)
      found.push(t`${service}: events have waited for ${seconds(outbox.seconds)} to be sent.`)
    if (stream && stream.seconds > mostWaiting)
      found.push(t`${service}: events have waited for ${seconds(stream.seconds)} to be handled.`)
    for (const { queue, seconds: waited } of queues ?? []) {
      const most = queue.startsWith('deliver-') ? mostWaitingToBeSent : mostWaiting
      if (waited > most) found.push(t`${queueName(queue)}: what is due has waited for ${seconds(waited)}.`)
    }
    const left = disk && disk.freeBytes / disk.sizeBytes
    if (left !== null && left < leastDisk)
      found.push(t`Only ${number(left, { style: 'percent' })} of the disk is left.`)
    return found
  }
}

function useTroublesOfAll(): (seen: readonly Seen[]) => string[] {
  const { t } = useLingui()
  return (seen) => {
    const all = seen.flatMap(({ status }) => status ?? [])
    if (all.length === 0) return []
    const found: string[] = []
    const dead = all.flatMap(({ queues }) => queues ?? []).reduce((sum, { dead }) => sum + dead, 0)
    if (dead > 0) found.push(plural(dead, { one: '# job was given up.', other: '# jobs were given up.' }))
    const aside = Math.max(...all.map(({ putAside }) => putAside ?? 0))
    if (aside > 0)
      found.push(
        plural(aside, {
          one: '# event could not be handled and was put aside.',
          other: '# events could not be handled and were put aside.',
        }),
      )
    const last = lastBackup(seen)
    if (!last) found.push(t`No backup is known of.`)
    else if (Date.now() - Date.parse(last) > backupMs) found.push(t`The last backup was made ${ago(last)}.`)
    return found
  }
}

/** The latest that any service knows of. */
export const lastBackup = (seen: readonly Seen[]): string | undefined =>
  seen
    .flatMap(({ status }) => status?.backupAt ?? [])
    .sort()
    .at(-1)
