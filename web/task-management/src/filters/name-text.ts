import type { Name } from '@doable/domain/query/ast'

/** A name as it is typed into a field of its own: `*` stands for anything, a backslash makes the next sign an ordinary one. */
export const writeName = (name: Name): string =>
  name.map((piece) => piece.replace(/[\\*]/g, String.raw`\$&`)).join('*')

/** The name that a field of its own holds. */
export function readName(text: string): Name {
  const pieces = ['']
  const put = (sign: string) => pieces.push((pieces.pop() ?? '') + sign)
  for (const [piece] of text.trimStart().matchAll(/\\.|[^\\]|\\$/gsu)) {
    if (piece === '*') pieces.push('')
    else put(piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece)
  }
  return pieces.length === 1 && pieces[0] === '' ? [] : pieces
}
