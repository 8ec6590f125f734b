import type { Channel } from '@doable/contracts/notification-settings'
import { counterOf, histogramOf } from '@doable/service-kit/metrics/metrics'
import type { Platform } from '@doable/service-kit/service'

/** Counts a try of a channel, as those who run it see it. */
export const countDelivery = (
  { metrics }: Platform,
  channel: Channel,
  outcome: 'sent' | 'retried' | 'failed',
): void =>
  counterOf(metrics, {
    name: 'doable_deliveries_total',
    help: 'Tries to hand a message over, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
  }).inc({ channel, outcome })

/** How long after its moment something planned was told. */
export const measureLateness = ({ metrics, clock }: Platform, plannedAt: Date): void =>
  histogramOf(metrics, {
    name: 'doable_reminder_lateness_seconds',
    help: 'How long after its moment a reminder was told.',
    buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 3600],
  }).observe(Math.max(0, (clock.now().getTime() - plannedAt.getTime()) / 1000))
