/** What parts of the shell ask of each other. */
function ask(name: string) {
  return {
    say: () => void dispatchEvent(new Event(`doable-shell:${name}`)),
    hear(fn: () => void): () => void {
      addEventListener(`doable-shell:${name}`, fn)
      return () => removeEventListener(`doable-shell:${name}`, fn)
    },
  }
}
export const openShortcuts = ask('shortcuts')
export const openSignOut = ask('sign-out')
