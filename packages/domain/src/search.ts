import { fold } from './fold.ts'

/**
 * A task made ready for searching; made once per change of the task, not once per key press. `comments` is all that was
 * said about it, folded, if anything was.
 */
export type Haystack<Id = string> = { id: Id; title: string; notes: string; comments?: string }
export const haystack = (task: { id: string; title: string; notes: string }): Haystack => ({
  id: task.id,
  title: fold(task.title),
  notes: fold(task.notes),
})

const inWord = /[\p{L}\p{N}]/u
/** Whether a word of the text begins with `word`. */
function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !inWord.test(text[at - 1] as string)) return true
  return false
}

const nowhere = 5
/** Where a word is: 0 the title begins with it, 1 a word of the title does, 2 inside the title, 3 in the notes, 4 in a comment. */
function place({ title, notes, comments }: Haystack<unknown>, word: string): number {
  if (title.startsWith(word)) return 0
  if (title.includes(word)) return beginsWord(title, word) ? 1 : 2
  if (notes.includes(word)) return 3
  return comments?.includes(word) ? 4 : nowhere
}

/**
 * The ids of what holds every word of the query, in the title, the notes or a comment, also inside words; the best places first, and
 * among equals in the order given. A query of no words finds nothing.
 */
export function search<Id>(haystacks: Iterable<Haystack<Id>>, query: string): Id[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found: { id: Id; places: number }[] = []
  for (const hay of haystacks) {
    let places = 0
    for (const word of words) {
      const at = place(hay, word)
      places = at === nowhere ? Number.POSITIVE_INFINITY : places + at
      if (at === nowhere) break
    }
    if (places < Number.POSITIVE_INFINITY) found.push({ id: hay.id, places })
  }
  return found.sort((a, b) => a.places - b.places).map(({ id }) => id)
}
