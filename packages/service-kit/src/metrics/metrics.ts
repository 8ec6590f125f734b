import {
  Counter,
  type CounterConfiguration,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  type HistogramConfiguration,
  Registry,
} from 'prom-client'
import type { Clock } from '../clock.ts'
import type { Live } from '../live.ts'
import type { Sessions } from '../sessions.ts'
import { version } from '../version.ts'
import { remembered } from './remembered.ts'

export type Metrics = Registry

/**
 * What a process tells of itself. Names and units follow Prometheus's conventions (prometheus.io/docs/practices/naming);
 * no label holds what a person could choose, as each value of it would be a series of its own.
 */
export function openMetrics(services: string[]): Metrics {
  const metrics = new Registry()
  new Gauge({
    name: 'doable_build_info',
    help: 'The version that runs and the services in this process; always 1.',
    labelNames: ['version', 'services', 'node'],
    registers: [metrics],
  }).set({ version, services: services.join(','), node: process.version }, 1)
  return metrics
}

/** Sums over what another metric tells by type, under names that only a counter may have. */
const misnamed = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
]

/** Memory, CPU, garbage collection and the delay of the event loop. */
export function measureProcess(metrics: Metrics): void {
  collectDefaultMetrics({ register: metrics })
  for (const name of misnamed) metrics.removeSingleMetric(name)
}

/** How many sessions are open, of everybody; counted once a minute. */
export function measureSessions(sessions: Sessions, clock: Clock, metrics: Metrics): void {
  const look = remembered(clock, 60, () => sessions.count())
  const about = { name: 'doable_sessions', help: 'Sessions that are open, of all devices of all people.' }
  askedGauge(metrics, about, async (gauge) => gauge.set(await look()))
}

/** How many browsers listen to this process. */
export const measureLive = (live: Live, metrics: Metrics): void =>
  askedGauge(metrics, { name: 'doable_live_clients', help: 'Event streams that are open.' }, (gauge) =>
    gauge.set(live.count()),
  )

/** A gauge that is asked for when somebody looks; what cannot be had then is left out, and the rest is told. */
export function askedGauge(
  metrics: Metrics,
  about: { name: string; help: string; labelNames?: string[] },
  ask: (gauge: Gauge) => Promise<void> | void,
): void {
  if (metrics.getSingleMetric(about.name)) return
  new Gauge({
    ...about,
    registers: [metrics],
    async collect() {
      this.reset()
      try {
        await ask(this)
      } catch {
        this.reset()
      }
    },
  })
}

/** A counter of a service's own, made when it is first used. */
export const counterOf = <L extends string>(metrics: Metrics, about: CounterConfiguration<L>): Counter<L> =>
  (metrics.getSingleMetric(about.name) as Counter<L> | undefined) ??
  new Counter({ ...about, registers: [metrics] })

/** The same for how something is spread. */
export const histogramOf = <L extends string>(
  metrics: Metrics,
  about: HistogramConfiguration<L>,
): Histogram<L> =>
  (metrics.getSingleMetric(about.name) as Histogram<L> | undefined) ??
  new Histogram({ ...about, registers: [metrics] })
