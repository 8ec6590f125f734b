import { fold } from '../fold.ts'
import type { Name } from './ast.ts'

/** Whether folded text is these pieces in this order, with anything between them. In steps, so that no name is slow. */
function fits(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let at = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return at <= text.length - last.length
}

/** Says whether a name is meant, whatever its case and accents (`fold`). */
export function matcher(name: Name): (text: string) => boolean {
  const pieces = name.map(fold)
  return (text) => fits(fold(text), pieces)
}

/** The ids of what a name means; an exact id stands for itself, for links and scripts. */
export function idsOf(name: Name, among: readonly { id: string; name: string }[]): string[] {
  const matches = matcher(name)
  const only = name.length === 1 ? name[0] : undefined
  return among.filter((each) => each.id === only || matches(each.name)).map(({ id }) => id)
}
