import { partitionStream, partitions } from './event-partition.ts'
import type { RedisClient } from './redis.ts'
import { redisScript } from './redis-script.ts'

/** What waits to be handled: how many events, and how long the oldest of them has waited. */
export type Waiting = { events: number; seconds: number }

/**
 * KEYS the partitions. Answers the time (milliseconds), then for each group of each partition its name, how many it was
 * not given or has not acknowledged, and the id of the first of them. It reads what Redis keeps count of, and one entry.
 */
const lag = redisScript(`
  local time = redis.call('TIME')
  local found = { string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)) }
  for _, stream in ipairs(KEYS) do
    local groups = redis.call('EXISTS', stream) == 1 and redis.call('XINFO', 'GROUPS', stream) or {}
    for _, group in ipairs(groups) do
      local is = {}
      for i = 1, #group, 2 do is[group[i]] = group[i + 1] end
      local pending = redis.call('XPENDING', stream, is.name)
      local new = redis.call('XRANGE', stream, '(' .. is['last-delivered-id'], '+', 'COUNT', 1)
      local first = pending[2] or (new[1] and new[1][1]) or ''
      local count = pending[1] + (is.lag or #new)
      for _, value in ipairs({ is.name, tostring(count), first }) do table.insert(found, value) end
    end
  end
  return found
`)

/** What each group has not handled yet, over all partitions. Times are those of Redis, which wrote the ids. */
export async function streamLag(redis: RedisClient): Promise<Map<string, Waiting>> {
  const keys = Array.from({ length: partitions }, (_, partition) => partitionStream(partition))
  const [now, ...rest] = (await lag(redis, keys, [])) as string[]
  const groups = new Map<string, Waiting>()
  for (let at = 0; at + 2 < rest.length; at += 3) {
    const [name = '', count, first = ''] = rest.slice(at, at + 3)
    const before = groups.get(name) ?? { events: 0, seconds: 0 }
    const waited = first ? Math.max(0, Number(now) - Number(first.split('-')[0])) / 1000 : 0
    groups.set(name, {
      events: before.events + Number(count),
      seconds: Math.max(before.seconds, waited),
    })
  }
  return groups
}
