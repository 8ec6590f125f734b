import { wholeWord } from './grammar.ts'
import { matchAt } from './token.ts'

/** Begins with a letter or a pictogram, so that `#123`, `@5` and `#!` stay text. */
const first = '[\\p{L}\\p{Extended_Pictographic}\\p{RI}_]'
const next = '[\\p{L}\\p{N}\\p{M}\\p{Extended_Pictographic}\\p{RI}\\p{EMod}\\u200d_&.+-]'
const last = '[\\p{L}\\p{N}\\p{M}\\p{Extended_Pictographic}\\p{RI}\\p{EMod}_+]'
const bare = wholeWord(`${first}(?:${next}*${last})?`)
const quoted = wholeWord('"(?<name>[^"\\r\\n]{1,200})"|[“„](?<curled>[^“”„\\r\\n]{1,200})[“”]')

/** Names that exist already, so that they may be written without quotes and in any case. */
export type Known = readonly { name: string; lower: string }[]
export const known = (names: readonly string[] = []): Known =>
  names.map((name) => ({ name, lower: name.toLowerCase() })).sort((a, b) => b.lower.length - a.lower.length)

const over = wholeWord('')
/** The longest known name that stands here. */
function readKnown(text: string, at: number, names: Known) {
  for (const { name, lower } of names) {
    const end = at + name.length
    if (text.slice(at, end).toLowerCase() === lower && matchAt(over, text, end)) return { end, name }
  }
  return null
}

/** The name behind `#`, `@` or `/`: in quotes, one that exists, or one word. */
export function readName(text: string, at: number, names: Known): { end: number; name: string } | null {
  const inQuotes = matchAt(quoted, text, at)
  const written = (inQuotes?.words.name ?? inQuotes?.words.curled)?.trim()
  if (inQuotes && written) return { end: inQuotes.end, name: spelt(written, names) }
  const exists = readKnown(text, at, names)
  if (exists) return exists
  const word = matchAt(bare, text, at)
  return word && word.end - at <= 200 ? { end: word.end, name: text.slice(at, word.end) } : null
}

const spelt = (name: string, names: Known) =>
  names.find(({ lower }) => lower === name.toLowerCase())?.name ?? name
