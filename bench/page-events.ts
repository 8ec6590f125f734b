/** What runs inside the page to tell how long input took to be shown. Each function is sent there as text and stands alone. */
declare global {
  interface Window {
    forgetEvents: () => void
    /** Milliseconds from the slowest event of these kinds since `forgetEvents` to the frame after it, in steps of 8; 16 and less is 16. */
    slowestEvent: (names: string[]) => number
    /** How long each frame of more than 50 ms took. */
    longFrames: number[]
  }
}

/** Runs before the page's own scripts. Event Timing is W3C's: it counts from the input to the paint after its handlers. */
export function watchEvents() {
  let seen: PerformanceEntry[] = []
  const watch = new PerformanceObserver((list) => seen.push(...list.getEntries()))
  watch.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  window.forgetEvents = () => {
    watch.takeRecords()
    seen = []
  }
  window.slowestEvent = (names) => {
    seen.push(...watch.takeRecords())
    return Math.max(16, ...seen.filter(({ name }) => names.includes(name)).map(({ duration }) => duration))
  }
}

export function longFrames() {
  window.longFrames = []
  new PerformanceObserver((list) => {
    window.longFrames.push(...list.getEntries().map(({ duration }) => duration))
  }).observe({ type: 'long-animation-frame' })
}
