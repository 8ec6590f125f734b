import type { FastifyInstance } from 'fastify'
import { Gauge, Histogram } from 'prom-client'
import type { Metrics } from './metrics.ts'

/** Rate, errors and duration of every route, by its pattern: an address can hold a name or a search. */
export function measureHttp(app: FastifyInstance, metrics: Metrics): void {
  const duration = new Histogram({
    name: 'doable_http_request_duration_seconds',
    help: 'How long answering took, by route, method and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics],
  })
  const open = new Gauge({
    name: 'doable_http_requests_in_flight',
    help: 'Requests that are being answered, event streams among them.',
    registers: [metrics],
  })
  app.addHook('onRequest', async (request) => {
    open.inc()
    request.raw.once('close', () => open.dec())
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    if (route.startsWith('/health/')) return
    const { method } = request
    duration.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}
