import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import {
  createTraceState,
  type Tracer as OpenTracer,
  trace as open,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
} from '@opentelemetry/api'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import { version } from '../version.ts'
import { Receiver } from './receiver.ts'
import { samplerOf } from './sampler.ts'
import type { Trace } from './trace.ts'
import type { About, Span, Tracer, Tracing } from './tracing.ts'

/** What waits for a receiver that is away or slow: more is dropped. About 2 MB. */
const mostWaiting = 2048
const exportMs = 15_000
const farewellMs = 3_000

const kinds: Record<About['kind'], SpanKind> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
}

/** Sends spans to an OTLP/HTTP receiver, a few hundred at a time. What cannot be sent is lost, and nothing waits for it. */
export function exportTraces(config: Config, services: string[], log: Logger): Tracing {
  const processor = new BatchSpanProcessor({
    exporter: new Receiver(config, log),
    maxQueueSize: mostWaiting,
    scheduledDelayMillis: 1_000,
    exportTimeoutMillis: exportMs,
  })
  const ids = new Ids()
  const provider = new TracerProvider({
    sampler: samplerOf(config),
    idGenerator: ids,
    spanProcessors: [processor],
    resource: resourceFromAttributes(resourceOf(config, services)),
  })
  const tracer = new Recorder(provider.getTracer('doable', version), ids)
  const farewell = new AbortController()
  const close = async () => {
    const late = wait(farewellMs, undefined, { signal: farewell.signal }).catch(() => {})
    await Promise.race([provider.shutdown().catch(() => {}), late])
    farewell.abort()
  }
  return { exports: true, begin: (about, parent) => tracer.begin(about, parent), close }
}

/** Who says it. A process with one service is named after it. */
function resourceOf({ traceName, traceResource }: Config, services: string[]): Record<string, string> {
  const [first, ...others] = services
  const standard = {
    'service.name': first && others.length === 0 ? `doable-${first}` : 'doable',
    'service.namespace': 'doable',
    'service.version': version,
    'service.instance.id': randomUUID(),
  }
  return { ...standard, ...traceResource, ...(traceName && { 'service.name': traceName }) }
}

/** A trace that begins here has its id already, from its request. */
class Ids extends RandomIdGenerator {
  next = ''
  override generateTraceId = (): string => this.next
}

class Recorder implements Tracer {
  readonly #tracer: OpenTracer
  readonly #ids: Ids
  constructor(tracer: OpenTracer, ids: Ids) {
    this.#tracer = tracer
    this.#ids = ids
  }

  begin({ name, kind, attributes = {} }: About, parent: Trace): Span {
    this.#ids.next = parent.traceId
    const span = this.#tracer.startSpan(name, { kind: kinds[kind], attributes }, contextOf(parent))
    const { traceId, spanId, traceFlags } = span.spanContext()
    const sampled = (traceFlags & 1) === 1
    const { queue } = parent
    return {
      trace: { traceId, spanId, sampled, ...(sampled && { tracer: this }), ...(queue && { queue }) },
      set: (key, value) => void span.setAttribute(key, value),
      end(error) {
        if (error !== undefined) span.setAttribute('error.type', kindOf(error))
        if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      },
    }
  }
}

function contextOf({ begins, traceId, spanId, sampled, state, tracer }: Trace) {
  if (begins) return ROOT_CONTEXT
  const known = { traceId, spanId, traceFlags: sampled ? 1 : 0, isRemote: tracer === undefined }
  return open.setSpanContext(ROOT_CONTEXT, {
    ...known,
    ...(state && { traceState: createTraceState(state) }),
  })
}

/** What an error says may hold what a person wrote. */
function kindOf(error: unknown): string {
  const { name = 'Error', code } = (error ?? {}) as { name?: string; code?: unknown }
  return typeof code === 'string' && /^[\w-]{1,64}$/.test(code) ? code : name
}
