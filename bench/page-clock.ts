/** What runs inside the page to tell when something was painted. Each function is sent there as text and stands alone. */
declare global {
  interface Window {
    /** Milliseconds from the navigation to the frame that shows the first row. */
    firstRow: Promise<number>
    watchInput: () => void
    /** Milliseconds from the next key to the frame that shows its outcome. */
    inputPaint: Promise<number>
  }
}

/** Runs before the page's own scripts. */
export function framesOf() {
  const painted = (done: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(null)
    })
  window.firstRow = new Promise((resolve) => {
    const look = new MutationObserver(() => {
      if (!document.querySelector('[role="listitem"][aria-posinset]')) return
      look.disconnect()
      painted(resolve)
    })
    look.observe(document, { childList: true, subtree: true })
  })
  window.watchInput = () => {
    window.inputPaint = new Promise((resolve) => {
      const typed = (event: Event) => {
        const from = event.timeStamp
        const shown = new MutationObserver(() => {
          shown.disconnect()
          painted((at) => resolve(at - from))
        })
        // The rows are what the key is pressed for; the letter in the field alone does not count.
        shown.observe(document.querySelector('main') ?? document.body, {
          childList: true,
          subtree: true,
          characterData: true,
        })
      }
      addEventListener('keydown', typed, { capture: true, once: true })
    })
  }
}

/** Milliseconds from a click on the `at`th match to the end of the frame that shows its outcome. */
export function paintAfter({ selector, at }: { selector: string; at: number }): Promise<number> {
  const target = document.querySelectorAll<HTMLElement>(selector)[at]
  if (!target) throw new Error(`nothing matches ${selector}`)
  return new Promise((resolve) => {
    // A click begins at no particular moment of a frame; waiting for one makes rounds alike.
    requestAnimationFrame(() => {
      setTimeout(() => {
        const from = performance.now()
        target.click()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - from)
          port2.postMessage(null)
        })
      })
    })
  })
}

/** Milliseconds from a click to the end of the frame in which something is there that was not. */
export function paintUntil({ press, shown }: { press: string; shown: string }): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.now()
    const look = new MutationObserver(() => {
      if (!document.querySelector(shown)) return
      look.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - from)
        port2.postMessage(null)
      })
    })
    look.observe(document, { childList: true, subtree: true })
    document.querySelector<HTMLElement>(press)?.click()
  })
}
