/** What contracts allow in a title. */
const most = 500
/** A word is not cut for the sake of fewer letters than that. */
const least = 400

/** Nothing but signs of one line: tabs and other control characters become blanks, halves of characters the replacement sign. */
const onOneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim()

/** A title as it may be kept. What is too long for one is cut between words, and the whole goes to the notes: nothing is lost. */
export function titleAndNotes(said: string): { title: string; notes?: string } {
  const title = onOneLine(said)
  if (title.length <= most) return { title }
  const head = title.slice(0, most - 1)
  const blank = head.search(/\s+\S*$/u)
  const cut = head.slice(0, blank >= least ? blank : head.length - (head.isWellFormed() ? 0 : 1))
  return { title: `${cut.trimEnd()}…`, notes: said.toWellFormed() }
}
