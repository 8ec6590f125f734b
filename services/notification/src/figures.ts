import type { Channel } from '@doable/contracts/notification-settings'
import { counterOf, histogramOf, type Metrics } from '@doable/service-kit/metrics/metrics'
import type { Platform } from '@doable/service-kit/service'

const deliveries = (metrics: Metrics) =>
  counterOf(metrics, {
    name: 'doable_deliveries_total',
    help: 'Tries to hand a message over, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
  })
const lateness = (metrics: Metrics) =>
  histogramOf(metrics, {
    name: 'doable_reminder_lateness_seconds',
    help: 'How long after its moment a reminder was told.',
    buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 3600],
  })

/** What is counted stands there from the start: a series that appears with its first failure hides that one. */
export function beginFigures({ metrics }: Platform, channels: Channel[]): void {
  lateness(metrics)
  for (const channel of channels)
    for (const outcome of ['sent', 'retried', 'failed']) deliveries(metrics).inc({ channel, outcome }, 0)
}

/** Counts a try of a channel, as those who run it see it. */
export const countDelivery = (
  { metrics }: Platform,
  channel: Channel,
  outcome: 'sent' | 'retried' | 'failed',
): void => deliveries(metrics).inc({ channel, outcome })

/** How long after its moment something planned was told. */
export const measureLateness = ({ metrics, clock }: Platform, plannedAt: Date): void =>
  lateness(metrics).observe(Math.max(0, (clock.now().getTime() - plannedAt.getTime()) / 1000))
