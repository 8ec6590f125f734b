/** Longest wait for a frame, in milliseconds: a page out of sight draws none. */
const longest = 100

/**
 * Runs work once the frame with everything shown so far is on its way to the screen; at once where nothing is drawn.
 * Answers a function that does it now, if it was not done yet.
 */
export function afterPaint(work: () => void): () => void {
  let due = true
  const run = () => {
    if (!due) return
    due = false
    clearTimeout(timer)
    work()
  }
  const drawn =
    typeof requestAnimationFrame === 'function' && globalThis.document?.visibilityState === 'visible'
  const timer = drawn ? setTimeout(run, longest) : undefined
  // The callback runs before the frame is drawn, a task of its own after that.
  if (drawn) requestAnimationFrame(() => setTimeout(run))
  else run()
  return run
}
