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

/** Says one sentence to a screen reader, such as "Moved to position 3 of 12". The last one wins. */
export function announce(text: string): void {
  const live = liveRegion()
  live.textContent = ''
  setTimeout(() => {
    live.textContent = text
  }, 60)
}
