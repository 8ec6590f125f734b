import { type Line, readTokens } from './read.ts'
import { matchAt, type Token, token } from './token.ts'

const word = /\S+/gu
const restOfWord = /\S*/uy
const closers: Record<string, string> = { '"': '"', '“': '”', '„': '“”', '«': '»' }
const opener = /(?:^|[([{:=-])(["“„«])/u

/** Where the quotes that open in this word close; quotes that never close are ordinary signs. */
function quoteEnd(text: string, at: number, end: number, open: Set<string>): number | null {
  const match = opener.exec(text.slice(at, end))
  const sign = match?.[1]
  if (!match || !sign || open.has(sign)) return null
  const from = at + match.index + match[0].length
  const ends = [...(closers[sign] ?? '')].map((closer) => text.indexOf(closer, from)).filter((to) => to >= 0)
  if (ends.length > 0) return Math.min(...ends) + 1
  open.add(sign)
  return null
}

/** The end of a repetition or a reminder that begins here: their days and times are not this task's date. */
function untouchedEnd({ text, grammar }: Line, at: number): number | null {
  for (const phrase of grammar.untouched) {
    const match = matchAt(phrase, text, at)
    if (match) return match.end
  }
  return null
}

/**
 * All tokens of a line, in order. Tokens begin where words begin, so that nothing is found inside words, addresses and
 * paths; a backslash before one, or quotes around it, makes it text. Every place is looked at once, from left to right.
 */
export function scan(line: Line, ignored: ReadonlySet<number>): Token[] {
  const { text } = line
  const tokens: Token[] = []
  const open = new Set<string>()
  word.lastIndex = 0
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const at = match.index
    const quoted = quoteEnd(text, at, word.lastIndex, open)
    const escaped = quoted === null && match[0].startsWith('\\')
    const read = quoted === null ? readTokens(line, escaped ? at + 1 : at) : []
    const whole = (read[0]?.kind === 'recurrence' || read[0]?.kind === 'reminder') && !ignored.has(at)
    const skip = quoted ?? (whole ? null : untouchedEnd(line, at))
    const found = skip === null ? read : []
    const kept = keep(found, ignored)
    if (escaped && found.length > 0) tokens.push(token('escape', text, at, at + 1, null))
    else tokens.push(...kept)
    if (!escaped) line.since = kept.at(-1)?.end ?? line.since
    const end = found.at(-1)?.end ?? skip
    if (end !== null && end !== undefined) word.lastIndex = matchAt(restOfWord, text, end)?.end ?? end
  }
  return tokens
}

/** A list that was turned back to text takes its section along. */
function keep(found: Token[], ignored: ReadonlySet<number>): Token[] {
  if (found[0]?.kind === 'list' && ignored.has(found[0].start)) return []
  return found.filter(({ start }) => !ignored.has(start))
}
