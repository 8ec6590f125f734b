import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace'
import type { Config } from '../config.ts'

/**
 * Which traces are recorded, by the standard names. `parentbased_...` leaves it to whoever began the trace, which may be a
 * client; the others decide here.
 * Source: OpenTelemetry, "General SDK Configuration".
 */
export function samplerOf({ traceSampler, traceRatio }: Config): Sampler {
  const [, based, name] = /^(parentbased_)?(.*)$/.exec(traceSampler) ?? []
  const root = rootOf(name, traceRatio)
  return based ? new ParentBasedSampler({ root }) : root
}

function rootOf(name: string | undefined, ratio: number): Sampler {
  if (name === 'traceidratio') return new TraceIdRatioBasedSampler(ratio)
  return name === 'always_off' ? new AlwaysOffSampler() : new AlwaysOnSampler()
}
