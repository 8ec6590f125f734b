import { redisScript } from './redis-script.ts'

// A record is a string: the moment it must end (milliseconds, 13 digits) and then JSON. Who is signed in where is a hash
// per person, from the id of a session to the key of its record. A third is for counting: when each record ends, by the
// last 16 digits of its key. All change in one step or not at all.

/** `index` lives as long as the longest of its sessions. A few of those that ended by themselves are forgotten each time. */
const note = `
  local function note(index, id, record, capped)
    redis.call('HSET', index, id, record)
    if redis.call('PTTL', index) < capped then redis.call('PEXPIRE', index, capped) end
    local some = redis.call('HRANDFIELD', index, 20, 'WITHVALUES')
    for i = 1, #some, 2 do
      if redis.call('EXISTS', some[i + 1]) == 0 then redis.call('HDEL', index, some[i]) end
    end
  end
`

const counted = `
  local function counted(record) return string.sub(record, -16) end
`

/**
 * KEYS record, ends. ARGV now, idle. Moves the idle end, never beyond the moment the record must end. Within a second it is
 * moved once: moving is a write that waits for the disk, and a page asks for many things at a time.
 */
export const useRecord = redisScript(`${counted}
  local capped = tonumber(redis.call('GETRANGE', KEYS[1], 0, 12))
  local left = capped and math.min(capped - tonumber(ARGV[1]), tonumber(ARGV[2]))
  if not left or left <= 0 then return false end
  local ends = redis.call('PTTL', KEYS[1])
  if ends <= left and ends > left - 1000 then return redis.call('GET', KEYS[1]) end
  redis.call('ZADD', KEYS[2], ARGV[1] + left, counted(KEYS[1]))
  return redis.call('GETEX', KEYS[1], 'PX', left)
`)

/** KEYS record, index, ends. ARGV value, left, id, capped, now. */
export const addRecord = redisScript(`${note}${counted}
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  redis.call('ZADD', KEYS[3], ARGV[5] + ARGV[2], counted(KEYS[1]))
  note(KEYS[2], ARGV[3], KEYS[1], tonumber(ARGV[4]))
`)

/** KEYS record, index, ends, old record. ARGV as for addRecord. Answers 0 where the old one has ended. */
export const moveRecord = redisScript(`${note}${counted}
  if redis.call('DEL', KEYS[4]) == 0 then return 0 end
  redis.call('ZREM', KEYS[3], counted(KEYS[4]))
  redis.call('ZADD', KEYS[3], ARGV[5] + ARGV[2], counted(KEYS[1]))
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  note(KEYS[2], ARGV[3], KEYS[1], tonumber(ARGV[4]))
  return 1
`)

/** KEYS index, ends. ARGV id. Answers how many there were. */
export const removeRecord = redisScript(`${counted}
  local record = redis.call('HGET', KEYS[1], ARGV[1])
  redis.call('HDEL', KEYS[1], ARGV[1])
  if not record then return 0 end
  redis.call('ZREM', KEYS[2], counted(record))
  return redis.call('DEL', record)
`)

/** KEYS index, ends. ARGV the id that stays, or an empty string. Answers how many there were. */
export const removeRecords = redisScript(`${counted}
  local all, count = redis.call('HGETALL', KEYS[1]), 0
  for i = 1, #all, 2 do
    if all[i] ~= ARGV[1] then
      redis.call('ZREM', KEYS[2], counted(all[i + 1]))
      count = count + redis.call('DEL', all[i + 1])
      redis.call('HDEL', KEYS[1], all[i])
    end
  end
  return count
`)

/** KEYS index. Answers keys and values in turn; those that ended are forgotten. */
export const listRecords = redisScript(`
  local all, found = redis.call('HGETALL', KEYS[1]), {}
  for i = 1, #all, 2 do
    local value = redis.call('GET', all[i + 1])
    if value then
      table.insert(found, all[i + 1])
      table.insert(found, value)
    else
      redis.call('HDEL', KEYS[1], all[i])
    end
  end
  return found
`)
