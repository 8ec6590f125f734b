import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import { currentTrace, type Trace, within } from './trace.ts'

/** What a span says. Never what a person wrote, nor an address, nor a value of a statement: whoever reads traces is not meant to. */
export type About = {
  /** One of few: a route, the name of a command, the type of an event. */
  name: string
  kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal'
  attributes?: Record<string, string | number>
}
export type Span = {
  /** What is done within it is a part of this. */
  trace: Trace
  set(name: string, value: string | number): void
  /** Of an error only its kind is told. */
  end(error?: unknown): void
}
export type Tracer = {
  /** Begins a span as a part of `parent`. */
  begin(about: About, parent: Trace): Span
}
export type Tracing = Tracer & {
  /** Whether spans go anywhere. */
  exports: boolean
  /** Hands over what is recorded, for as long as a process that ends can wait. */
  close(): Promise<void>
}

const nothing = () => {}

/** Traces go on through this process, and nothing is recorded of them. */
export const untraced: Tracing = {
  exports: false,
  begin: (_about, trace) => ({ trace, set: nothing, end: nothing }),
  close: async () => {},
}

/** Records where a receiver is named; OpenTelemetry is not even loaded where none is. */
export async function openTracing(config: Config, services: string[], log: Logger): Promise<Tracing> {
  if (!config.traceReceiver) return untraced
  const { exportTraces } = await import('./export.ts')
  return exportTraces(config, services, log)
}

/** Does work as a span of its own below `parent`. */
export async function follow<T>(
  tracer: Tracer,
  about: About,
  parent: Trace,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = tracer.begin(about, parent)
  try {
    const result = await within(span.trace, () => work(span))
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}

/** Does work as a span below what is being done, where that is recorded. */
export function traced<T>(about: () => About, work: (span?: Span) => Promise<T>): Promise<T> {
  const parent = currentTrace()
  return parent?.tracer ? follow(parent.tracer, about(), parent, work) : work()
}
