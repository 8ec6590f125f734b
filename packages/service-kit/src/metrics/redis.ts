import { Counter, Histogram } from 'prom-client'
import type { RedisClient } from '../redis.ts'
import type { Metrics } from './metrics.ts'

type Sends = {
  sendCommand(command: { name: string; promise: Promise<unknown> }, ...rest: unknown[]): unknown
}

/** Time and failures of Redis's commands, by the name of the command. */
export function measureRedis(redis: RedisClient, metrics: Metrics): void {
  const duration = new Histogram({
    name: 'doable_redis_duration_seconds',
    help: 'How long a command took, by its name.',
    labelNames: ['command'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 3],
    registers: [metrics],
  })
  const failed = new Counter({
    name: 'doable_redis_errors_total',
    help: 'Commands that failed, or could not be sent.',
    labelNames: ['command'],
    registers: [metrics],
  })
  const client = redis as unknown as Sends
  const send = client.sendCommand.bind(client)
  client.sendCommand = (command, ...rest) => {
    const since = performance.now()
    const label = { command: command.name }
    const done = () => duration.observe(label, (performance.now() - since) / 1000)
    command.promise.then(done, () => {
      done()
      failed.inc(label)
    })
    return send(command, ...rest)
  }
}
