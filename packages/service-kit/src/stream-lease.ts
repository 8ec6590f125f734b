import { partitions } from './event-partition.ts'
import type { RedisClient } from './redis.ts'
import { redisScript } from './redis-script.ts'

const membersKey = (group: string) => `doable:{events}:members:${group}`
export const leaseKey = (group: string, partition: number): string =>
  `doable:{events}:lease:${group}:${partition}`
const all = Array.from({ length: partitions }, (_, partition) => partition)

/**
 * Says that this member lives, renews its leases and takes free partitions up to its share: all divided by the members
 * there are, the remainder going to the first by name. The time is that of Redis, of which there is one.
 */
const share = redisScript(`
  local me, lease = ARGV[1], tonumber(ARGV[2])
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('ZADD', KEYS[1], now + lease, me)
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  redis.call('PEXPIRE', KEYS[1], 2 * lease)
  local members = redis.call('ZRANGE', KEYS[1], 0, -1)
  table.sort(members)
  local many = #KEYS - 1
  local share = math.floor(many / #members)
  for place = 1, many % #members do if members[place] == me then share = share + 1 end end
  local mine, free = {}, {}
  for n = 2, #KEYS do
    local holder = redis.call('GET', KEYS[n])
    if holder == me then
      redis.call('PEXPIRE', KEYS[n], lease)
      table.insert(mine, n - 2)
    elseif not holder then table.insert(free, n) end
  end
  for _, n in ipairs(free) do
    if #mine < share then
      redis.call('SET', KEYS[n], me, 'PX', lease)
      table.insert(mine, n - 2)
    end
  end
  return { share, unpack(mine) }
`)

const drop = redisScript(`
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0
`)

/** @returns how many partitions are this member's share, and which it holds now: more where others have come */
export async function shareOut(redis: RedisClient, group: string, member: string, leaseMs: number) {
  const keys = [membersKey(group), ...all.map((partition) => leaseKey(group, partition))]
  const [share_ = 0, ...mine] = (await share(redis, keys, [member, leaseMs])) as number[]
  return { share: share_, mine }
}

export async function release(redis: RedisClient, group: string, partition: number, member: string) {
  await drop(redis, [leaseKey(group, partition)], [member])
}

/** The others need not wait until its time runs out. */
export async function leave(redis: RedisClient, group: string, member: string): Promise<void> {
  await redis.zrem(membersKey(group), member)
}
