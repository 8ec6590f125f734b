export type DragLibrary = typeof import('./drag-library.ts')

let library: DragLibrary | undefined
let loading: Promise<void> | undefined
/** Milliseconds; by then the first tasks stand and nothing waits for the network any more. */
const quiet = 1500

const pointed = () => new Promise((resolve) => addEventListener('pointermove', resolve, { once: true }))
const settled = () => new Promise((resolve) => setTimeout(resolve, quiet))

/** Once somebody moves a pointer, and without one a little after the page is there. */
async function load(): Promise<void> {
  await Promise.race([pointed(), settled()])
  library = await import('./drag-library.ts')
}

/**
 * Ties something to drag and drop, at once or as soon as its library is there, which no first page waits for. `attach` answers
 * what unties it; so does this.
 */
export function withDrag(attach: (drag: DragLibrary) => () => void): () => void {
  if (library) return attach(library)
  let detach: (() => void) | undefined
  let gone = false
  // Where it cannot be had, everything can still be moved by menus and keys; the next to ask tries again.
  loading ??= load().catch(() => {
    loading = undefined
  })
  void loading.then(() => {
    if (!gone && library) detach = attach(library)
  })
  return () => {
    gone = true
    detach?.()
  }
}
