import { wholeWord } from './grammar.ts'
import { matchAt } from './token.ts'

/** Begins with a letter or a pictogram, so that `#123`, `@5` and `#!` stay text. */
const first = '[\\p{L}\\p{Extended_Pictographic}\\p{RI}_]'
const next = '[\\p{L}\\p{N}\\p{M}\\p{Extended_Pictographic}\\p{RI}\\p{EMod}\\u200d_&.+-]'
const last = '[\\p{L}\\p{N}\\p{M}\\p{Extended_Pictographic}\\p{RI}\\p{EMod}_+]'
const bare = wholeWord(`${first}(?:${next}*${last})?`)
/** What contracts refuse in any name: control characters, line breaks, halves of characters. */
const never = '\\p{Cc}\\p{Cs}\\u2028\\u2029'
const quoted = wholeWord(`"(?<name>[^"${never}]{1,200})"|[“„](?<curled>[^“”„${never}]{1,200})[“”]`)

/** The longest name that a list, a section, a label or a person has. */
const longest = 200

/** Names that exist already, sorted, so that they may be written without quotes and in any case. */
export type Known = readonly { name: string; lower: string }[]
const remembered = new WeakMap<readonly string[], Known>()
const byLower = (a: { lower: string }, b: { lower: string }) => (a.lower < b.lower ? -1 : 1)

/** Sorts names once, however often lines are read with the same array of them. */
export function known(names: readonly string[]): Known {
  const before = remembered.get(names)
  if (before) return before
  const sorted = names.map((name) => ({ name, lower: name.toLowerCase() })).sort(byLower)
  remembered.set(names, sorted)
  return sorted
}

/** How many of the names do not come after `text`. */
function upTo(names: Known, text: string): number {
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle]?.lower ?? '') <= text) low = middle + 1
    else high = middle
  }
  return low
}

function sameLetters(a: string, b: string): number {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same
}

const over = wholeWord('')
/**
 * The longest known name that stands here. In sorted names it is the last one that does not come after the text; where that one
 * goes on differently, the text is cut to what both share and sought again, so the cost does not grow with their number.
 */
function readKnown(text: string, at: number, names: Known) {
  let sought = text.slice(at, at + longest).toLowerCase()
  while (sought !== '') {
    const near = names[upTo(names, sought) - 1]
    if (!near) return null
    const same = sameLetters(near.lower, sought)
    const end = at + near.name.length
    const stands = same === near.lower.length && text.slice(at, end).toLowerCase() === near.lower
    if (stands && matchAt(over, text, end)) return { end, name: near.name, exists: true }
    sought = sought.slice(0, same === near.lower.length ? same - 1 : same)
  }
  return null
}

type Name = { end: number; name: string; exists: boolean }

/** The name behind `#`, `@`, `/` or `+`: in quotes, one that exists, or one word. */
export function readName(text: string, at: number, names: Known): Name | null {
  const inQuotes = matchAt(quoted, text, at)
  const written = (inQuotes?.words.name ?? inQuotes?.words.curled)?.trim()
  if (inQuotes && written) return { end: inQuotes.end, ...spelt(written, names) }
  const exists = readKnown(text, at, names)
  if (exists) return exists
  const word = matchAt(bare, text, at)
  return word && word.end - at <= longest
    ? { end: word.end, name: text.slice(at, word.end), exists: false }
    : null
}

function spelt(written: string, names: Known) {
  const lower = written.toLowerCase()
  const found = names[upTo(names, lower) - 1]
  return found?.lower === lower ? { name: found.name, exists: true } : { name: written, exists: false }
}
