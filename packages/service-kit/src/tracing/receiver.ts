import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'

type Export = OTLPTraceExporter['export']

const longestMs = 10_000

/** Where spans are sent: OTLP over HTTP. The first that cannot be sent says so, and the next that can. */
export class Receiver extends OTLPTraceExporter {
  readonly #log: Logger
  #away = false
  constructor({ traceReceiver, traceHeaders }: Config, log: Logger) {
    const base = (traceReceiver?.href ?? '').replace(/\/$/, '')
    super({ url: `${base}/v1/traces`, headers: traceHeaders, timeoutMillis: longestMs })
    this.#log = log
  }

  override export(...[spans, answer]: Parameters<Export>): void {
    super.export(spans, (result) => {
      this.#note(result.error)
      answer(result)
    })
  }

  #note(error: Error | undefined): void {
    if (error && !this.#away) this.#log.warn({ err: error }, 'traces cannot be sent')
    if (!error && this.#away) this.#log.info('traces can be sent again')
    this.#away = error !== undefined
  }
}
