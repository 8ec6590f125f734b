import type { Token } from './token.ts'

/** A comma, colon or dash between the title and a token at its end or beginning goes with the token: "Call mum, tomorrow". */
const hanging = /(?:[,;:]|\s[-–—])$/
const leading = /^[,;:–—-](?=\s)/

/** The text around the tokens, each gone with the blanks before it. */
export function titleOf(text: string, tokens: readonly Token[]): string {
  let title = ''
  let at = 0
  let blankSoFar = true
  let afterToken = false
  for (const { kind, start, end } of tokens) {
    const piece = text.slice(at, start)
    title += kind === 'escape' ? piece : piece.trimEnd()
    blankSoFar &&= piece.trim() === ''
    afterToken ||= kind !== 'escape' && blankSoFar
    at = end
  }
  const rest = text.slice(at)
  const last = tokens.at(-1)
  const cut = last && last.kind !== 'escape' && rest.trim() === ''
  title = cut ? title.trim().replace(hanging, '') : (title + rest).trim()
  return (afterToken ? title.replace(leading, '') : title).trim()
}
