import { hash } from 'node:crypto'
import type { RedisClient } from './redis.ts'

type Script = (redis: RedisClient, keys: string[], args: (string | number)[]) => Promise<unknown>

/**
 * A Lua script that Redis runs in one step. It is named by its SHA-1 and sent whole only where Redis does not know it:
 * after a start, and on a replica that has taken over. All its keys carry one hash tag, as Redis Cluster asks.
 */
export function redisScript(lua: string): Script {
  const name = hash('sha1', lua, 'hex')
  return async (redis, keys, args) => {
    try {
      return await redis.evalsha(name, keys.length, ...keys, ...args)
    } catch (error) {
      if (!(error as Error).message.startsWith('NOSCRIPT')) throw error
      return await redis.eval(lua, keys.length, ...keys, ...args)
    }
  }
}
