/**
 * News from one part of the page to another: who says it and who hears it share one type. Not an event of the DOM, since
 * React draws what a key or press brings before the next one only while that is the current event (`window.event`).
 */
function news<Detail>() {
  const listeners = new Set<(detail: Detail) => void>()
  return {
    say(detail: Detail): void {
      for (const listener of [...listeners]) listener(detail)
    },
    /** Answers the function that stops listening. */
    hear(fn: (detail: Detail) => void): () => void {
      const listener = (detail: Detail) => fn(detail)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Asks for quick add, filled in as far as the place where it was asked knows. */
export const openQuickAdd = news<{
  text?: string
  listId?: string
  sectionId?: string
  labels?: readonly string[]
  priority?: number
  assigneeId?: string
  dueOn?: string
  dueTime?: string
}>()
/** Asks to show a task beside whatever is on the screen. */
export const openTask = news<{ id: string }>()
/** Asks the page of a list to make that list once more. */
export const duplicateList = news<undefined>()
/** Asks for a list made from a template: that one, or one that is then chosen. */
export const newFromTemplate = news<{ id?: string }>()
/** Asks for the command palette, with something typed already. */
export const openPalette = news<{ text?: string }>()
/** The server no longer knows this session. */
export const sessionEnded = news<undefined>()
/** The code of a part could not be fetched: no network, or the server has a newer version by now. */
export const partFailed = news<undefined>()
/** The person's own record changed (name, language, theme, ...); whoever shows it reads it again. */
export const personChanged = news<undefined>()
