/**
 * As much of a browser's `EventSource` as the client needs, over `fetch`, because a browser's sends a cookie where these tests
 * have a token. Like a browser's it connects again after a lost line.
 */
export function eventSourceWith(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): typeof EventSource {
  class Source extends EventTarget {
    readyState = 0
    onopen: (() => void) | null = null
    onerror: (() => void) | null = null
    readonly #stopped = new AbortController()

    constructor(url: string) {
      super()
      void this.#run(url)
    }

    close() {
      this.readyState = 2
      this.#stopped.abort()
    }

    async #run(url: string) {
      while (!this.#stopped.signal.aborted) {
        await this.#listen(url).catch(() => undefined)
        if (this.#stopped.signal.aborted) return
        this.readyState = 0
        this.onerror?.()
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }

    async #listen(url: string) {
      const answer = await fetch(url, {
        signal: this.#stopped.signal,
        headers: { accept: 'text/event-stream' },
      })
      if (!answer.ok || !answer.body) throw new Error(`${answer.status}`)
      this.readyState = 1
      this.onopen?.()
      let text = ''
      for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
        text += chunk.replaceAll('\r\n', '\n')
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) this.#tell(block.split('\n'))
      }
    }

    #tell(lines: string[]) {
      const of = (field: string) =>
        lines
          .filter((line) => line.startsWith(`${field}:`))
          .map((line) => line.slice(field.length + 1).trim())
      const [event = 'message'] = of('event')
      const data = of('data').join('\n')
      if (data) this.dispatchEvent(new MessageEvent(event, { data }))
    }
  }
  return Source as never
}
