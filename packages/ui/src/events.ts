/** News from one part of the page to another: who says it and who hears it share one type. */
function news<Detail>(name: string) {
  return {
    say: (detail: Detail): void => void dispatchEvent(new CustomEvent(`doable:${name}`, { detail })),
    /** Answers the function that stops listening. */
    hear(fn: (detail: Detail) => void): () => void {
      const listener = (event: Event) => fn((event as CustomEvent<Detail>).detail)
      addEventListener(`doable:${name}`, listener)
      return () => removeEventListener(`doable:${name}`, listener)
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
}>('quick-add')
/** Asks to show a task beside whatever is on the screen. */
export const openTask = news<{ id: string }>('task')
/** Asks the page of a list to make that list once more. */
export const duplicateList = news<undefined>('duplicate-list')
/** Asks for a list made from a template: that one, or one that is then chosen. */
export const newFromTemplate = news<{ id?: string }>('new-from-template')
/** Asks for the command palette, with something typed already. */
export const openPalette = news<{ text?: string }>('palette')
/** The server no longer knows this session. */
export const sessionEnded = news<undefined>('session-ended')
/** The code of a part could not be fetched: no network, or the server has a newer version by now. */
export const partFailed = news<undefined>('part-failed')
/** The person's own record changed (name, language, theme, ...); whoever shows it reads it again. */
export const personChanged = news<undefined>('person-changed')
