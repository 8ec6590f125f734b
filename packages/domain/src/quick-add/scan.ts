import { type Line, mayBegin, readTokens } from './read.ts'
import { matchAt, type Token, token } from './token.ts'

const word = /\S+/gu
const restOfWord = /\S*/uy
const closers: Record<string, RegExp> = { '"': /"/u, '“': /”/u, '„': /[“”]/u, '«': /»/u }
const opener = /(?:^|[([{:=-])(["“„«])/u

/** Where the quotes that open in this word close; quotes that never close are ordinary signs. */
function quoteEnd(text: string, at: number, end: number, open: Set<string>): number | null {
  const match = opener.exec(text.slice(at, end))
  const sign = match?.[1]
  if (!match || !sign || open.has(sign)) return null
  const from = at + match.index + match[0].length
  const length = text.slice(from).search(closers[sign] ?? /$/u)
  if (length >= 0) return from + length + 1
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

/** What is found where a word begins, up to where it reaches; nothing within quotes. */
function findAt(line: Line, at: number, end: number, open: Set<string>, ignored: ReadonlySet<number>) {
  const { text } = line
  const quoted = quoteEnd(text, at, end, open)
  if (quoted !== null) return { tokens: [], end: quoted, tried: false }
  const escaped = text[at] === '\\'
  const from = escaped ? at + 1 : at
  if (!mayBegin(line, from)) return { tokens: [], end, tried: false }
  const read = readTokens(line, from)
  const whole = (read[0]?.kind === 'recurrence' || read[0]?.kind === 'reminder') && !ignored.has(at)
  const skip = whole ? null : untouchedEnd(line, at)
  const found = skip === null ? read : []
  const tokens = escaped && found.length > 0 ? [token('escape', text, at, from, null)] : keep(found, ignored)
  return { tokens, end: found.at(-1)?.end ?? skip ?? end, tried: true }
}

/** So many words of a line are looked at closely; what is more is no line that somebody typed, and its rest stays text. */
const mostTries = 200

/**
 * All tokens of a line, in order. Tokens begin where words begin, so that nothing is found inside words, addresses and
 * paths; a backslash before one, or quotes around it, makes it text. Every place is looked at once, from left to right.
 */
export function scan(line: Line, ignored: ReadonlySet<number>): Token[] {
  const { text } = line
  const tokens: Token[] = []
  const open = new Set<string>()
  let tries = 0
  word.lastIndex = 0
  for (let match = word.exec(text); match && tries < mostTries; match = word.exec(text)) {
    const found = findAt(line, match.index, word.lastIndex, open, ignored)
    tokens.push(...found.tokens)
    const last = found.tokens.at(-1)
    if (last && last.kind !== 'escape') line.since = last.end
    tries += found.tried ? 1 : 0
    word.lastIndex = matchAt(restOfWord, text, found.end)?.end ?? found.end
  }
  return tokens
}

/** A list that was turned back to text takes its section along. */
function keep(found: Token[], ignored: ReadonlySet<number>): Token[] {
  if (found[0]?.kind === 'list' && ignored.has(found[0].start)) return []
  return found.filter(({ start }) => !ignored.has(start))
}
