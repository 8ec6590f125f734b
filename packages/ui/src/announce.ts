let region: HTMLElement | undefined

function liveRegion(): HTMLElement {
  if (region?.isConnected) return region
  region = document.createElement('div')
  region.setAttribute('role', 'status')
  region.setAttribute('aria-live', 'polite')
  region.setAttribute('data-react-aria-top-layer', 'true') // stays audible while a dialog hides the rest of the page
  Object.assign(region.style, {
    position: 'fixed',
    clipPath: 'inset(50%)',
    inlineSize: '1px',
    blockSize: '1px',
  })
  document.body.append(region)
  return region
}

/** How long a sentence stands before the next one takes its place, so that a reader has taken it up, in milliseconds. */
const stands = 500
/** An emptied region makes a reader say a sentence that is the same as the one before. */
const gap = 60
/** Who acts faster than that can be said wants to hear where they are now. */
const most = 3

let waiting: string[] = []
let busy = false

function next() {
  const text = waiting.shift()
  busy = text !== undefined
  if (text === undefined) return
  const live = liveRegion()
  live.textContent = ''
  setTimeout(() => {
    live.textContent = text
    setTimeout(next, stands)
  }, gap)
}

/** Says one sentence to a screen reader, such as "Moved to position 3 of 12", after those said just before. */
export function announce(text: string): void {
  waiting = [...waiting, text].slice(-most)
  if (!busy) next()
}
