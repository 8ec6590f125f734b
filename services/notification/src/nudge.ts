import type { LiveMessage, LiveMessages } from '@doable/contracts/notification'
import type { DomainEvent } from '@doable/service-kit/event-log'
import type { Platform } from '@doable/service-kit/service'

/** Tells the open clients of all who may know of a change to pull it; what changed they learn from their pull. */
export function nudge({ live }: Platform, { type, scopeId, audience }: DomainEvent): void {
  const own = type === 'own.changed'
  const data = { lists: own ? [] : [scopeId], own }
  live.publish(audience, { event: 'changed', data } satisfies LiveMessage)
}

type Changed = LiveMessages['changed']
const gatherMs = 50

/** Makes one nudge of those that come within a moment: a hundred changes are one pull. `stop` forgets what is gathered. */
export function gatherNudges(send: (changed: Changed) => void): {
  add(changed: Changed): void
  stop(): void
} {
  let lists = new Set<string>()
  let own = false
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    send({ lists: [...lists], own })
    lists = new Set()
    own = false
    timer = undefined
  }
  return {
    add(changed) {
      lists = lists.union(new Set(changed.lists))
      own ||= changed.own
      timer ??= setTimeout(flush, gatherMs)
    },
    stop: () => clearTimeout(timer),
  }
}
