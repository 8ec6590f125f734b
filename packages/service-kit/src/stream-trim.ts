import type { RedisClient } from './redis.ts'
import { redisScript } from './redis-script.ts'

const day = 24 * 60 * 60 * 1000
/** What every group has handled is kept for this long all the same, so that it can be looked at and a new group gets it. */
const keptMs = 7 * day
/**
 * Even what a group has not handled goes after this long: a service that was taken out of use must not fill Redis. It is
 * less than the 30 days for which it is remembered what was handled, so nothing can come again after that is forgotten.
 */
const boundMs = 28 * day
/** Beyond this many entries what every group has handled goes at once, oldest first: about 100 MB for each stream. */
const mostEntries = 100_000

/** The history is in the services' own tables; a stream holds what is on its way. All times are those of Redis, which wrote the ids. */
const trim = redisScript(`
  local key, kept, bound, most = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  if redis.call('EXISTS', key) == 0 then return 0 end
  local now = tonumber(redis.call('TIME')[1]) * 1000
  local function parts(id)
    local ms, seq = string.match(id, '^(%d+)-(%d+)$')
    return tonumber(ms), tonumber(seq)
  end
  local function earlier(a, b)
    local aMs, aSeq = parts(a)
    local bMs, bSeq = parts(b)
    if aMs ~= bMs then return aMs < bMs end
    return aSeq < bSeq
  end
  local handled
  for _, group in ipairs(redis.call('XINFO', 'GROUPS', key)) do
    local is = {}
    for i = 1, #group, 2 do is[group[i]] = group[i + 1] end
    local first = is['last-delivered-id']
    if is['pending'] > 0 then first = redis.call('XPENDING', key, is['name'], '-', '+', 1)[1][1] end
    if not handled or earlier(first, handled) then handled = first end
  end
  local old = string.format('%.0f-0', now - kept)
  local gone = redis.call('XTRIM', key, 'MINID', string.format('%.0f-0', now - bound))
  local upTo = handled and earlier(handled, old) and handled or old
  gone = gone + redis.call('XTRIM', key, 'MINID', upTo)
  local over = redis.call('XLEN', key) - most
  if over > 0 and handled then
    gone = gone + redis.call('XTRIM', key, 'MINID', '~', handled, 'LIMIT', over)
  end
  return gone
`)

type Bounds = { keptMs: number; boundMs: number; mostEntries: number }
const standard: Bounds = { keptMs, boundMs, mostEntries }

/** Forgets what nobody needs any more of a stream. Answers how many entries went. */
export async function trimStream(redis: RedisClient, stream: string, bounds = standard): Promise<number> {
  return Number(await trim(redis, [stream], [bounds.keptMs, bounds.boundMs, bounds.mostEntries]))
}
