import type { RedisClient } from '../redis.ts'
import { currentTrace } from './trace.ts'
import { traced } from './tracing.ts'

type Command = (...given: unknown[]) => unknown

/** It answers what is yet to be sent, and not a promise. */
const gathering = new Set(['multi', 'pipeline'])

/**
 * Makes each command that is sent for something that is recorded a span of its own, without its keys and values. Where it is
 * called and not where it is sent: those of several requests are sent together.
 */
export function traceRedis(redis: RedisClient): void {
  const client = redis as unknown as Record<string, Command>
  for (const name of redis.getBuiltinCommands()) {
    const command = client[name]?.bind(redis)
    if (!command || gathering.has(name)) continue
    const about = {
      name: name.toUpperCase(),
      kind: 'client',
      attributes: { 'db.system.name': 'redis', 'db.operation.name': name.toUpperCase() },
    } as const
    client[name] = (...given) =>
      currentTrace()?.tracer
        ? traced(
            () => about,
            async () => command(...given),
          )
        : command(...given)
  }
}
