import type { LiveMessages } from '@doable/contracts/notification'
import type { LiveHandlers, LiveName } from './transport.ts'

const names: LiveName[] = ['changed', 'notified', 'read', 'ended']
const shortest = 1000
const longest = 60_000

function parsed(text: string): LiveMessages[LiveName] | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Listens to the server's live channel and opens it again whenever it breaks. A browser reconnects by itself after a lost
 * line, but gives up for good when the answer is an error, such as 503 during a restart. Answers what stops listening.
 */
export function listenLive(url: string, handlers: LiveHandlers, Source = globalThis.EventSource): () => void {
  if (!Source) return () => undefined
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  const open = () => {
    source = new Source(url)
    source.onopen = () => {
      failures = 0
      handlers.opened()
    }
    source.onerror = () => {
      handlers.closed()
      if (source?.readyState !== 2) return
      timer = setTimeout(open, Math.min(longest, shortest * 2 ** failures++) * (0.5 + Math.random() / 2))
    }
    for (const name of names) {
      source.addEventListener(name, (event) => {
        const message = parsed((event as MessageEvent<string>).data)
        if (message) handlers.heard(name, message)
      })
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
