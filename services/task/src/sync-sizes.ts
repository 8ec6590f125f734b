import type { Pulled } from '@doable/contracts/sync'
import { histogramOf } from '@doable/service-kit/metrics/metrics'
import type { Platform } from '@doable/service-kit/service'

/** How much devices send and fetch at a time: many that were offline for long, or never get what they ask for, show here. */
export function syncSizes({ metrics }: Platform) {
  const operations = histogramOf(metrics, {
    name: 'doable_sync_push_operations',
    help: 'How many operations a push carried.',
    buckets: [1, 2, 5, 10, 20, 50, 100],
  })
  const rows = histogramOf(metrics, {
    name: 'doable_sync_pull_rows',
    help: 'How many rows a pull answered; 0 where nothing was new.',
    buckets: [0, 1, 10, 100, 500, 1000, 2000, 5000],
  })
  return {
    pushed: (sent: unknown[]) => operations.observe(sent.length),
    pulled: (page: Pulled) => rows.observe(rowsOf(page)),
  }
}

const rowsOf = (page: Pulled) =>
  Object.values(page).reduce<number>((sum, part) => sum + (Array.isArray(part) ? part.length : 0), 0)
