import type { Compiled } from './grammar.ts'
import { matchAt, type Person } from './token.ts'

const sameName = (name: string, written: string) => name.toLowerCase() === written.toLowerCase()
const hasWord = (name: string, written: string) => name.split(/\s+/u).some((word) => sameName(word, written))

/**
 * The member meant by what stands behind `+`: by their whole name, by a word of it that nobody else has, or "me". Null where
 * nobody or more than one is.
 */
export function memberNamed(
  written: string,
  members: readonly Person[],
  me: Person | undefined,
  grammar: Compiled,
): Person | null {
  for (const fits of [sameName, hasWord]) {
    const found = members.filter(({ name }) => fits(name, written))
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null
  }
  return me && matchAt(grammar.me, written, 0)?.end === written.length ? me : null
}
