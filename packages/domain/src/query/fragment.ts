import { keywords, plainWords } from './keywords.ts'
import { Reader } from './reader.ts'

/** The unfinished term around a cursor. */
export type Fragment = {
  /** What is being typed: a term by its first sign, the value of a keyword, or words. */
  kind: 'list' | 'section' | 'label' | 'day' | 'person' | 'creator' | 'search' | 'words'
  /** With `list`: `##`. */
  whole: boolean
  /** What is replaced: the value of a keyword without the keyword, a name with its sign. */
  start: number
  end: number
  /** What of it is typed up to the cursor, without sign and opening quote. */
  typed: string
  /** Parentheses that are open here. */
  open: number
}

const operator = /[&|!(),]/
const opensName = (before: string) => '#@/:'.includes(before.trimEnd().at(-1) ?? ' ')

/** Where the term begins in which a cursor stands, after the last operator that is not part of a name. */
function termStart(text: string, cursor: number) {
  let [start, open, quoted] = [0, 0, false]
  for (let at = 0; at < cursor; at++) {
    const char = text[at] as string
    if (char === '\\') at++
    else if (char === '"') quoted = !quoted && opensName(text.slice(start, at))
    else if (!quoted && operator.test(char)) {
      open = Math.max(0, open + (char === '(' ? 1 : char === ')' ? -1 : 0))
      start = at + 1
    } else if (!quoted && /[#@/]/.test(char) && /\s/u.test(text[at - 1] ?? '')) start = at
  }
  return { start: Math.min(start, cursor), open }
}

function endOf(text: string, start: number, cursor: number): number {
  const name = /^(?:##?|[@/])?\s*"(?:[^"\\]|\\.)*"?/su.exec(text.slice(start))
  const end = name ? start + name[0].length : new Reader(text).runEnd(start)
  return Math.max(end, cursor)
}

const bySign = { '#': 'list', '/': 'section', '@': 'label' } as const

/** What somebody is typing at a cursor. The text is not longer than a query may be. */
export function fragmentAt(text: string, cursor: number): Fragment {
  const found = termStart(text, cursor)
  const before = text.slice(found.start, cursor)
  const start = found.start + (before.length - before.trimStart().length)
  const typed = text.slice(start, cursor)
  const part = { whole: false, start, end: endOf(text, start, cursor), open: found.open }
  const sign = bySign[typed[0] as keyof typeof bySign]
  if (sign) {
    const whole = typed.startsWith('##')
    return { ...part, kind: sign, whole, typed: typed.slice(whole ? 2 : 1).replace(/^\s*"?/u, '') }
  }
  const colon = typed.indexOf(':')
  const keyword = colon < 0 ? undefined : keywords.get(plainWords(typed.slice(0, colon)))
  if (!keyword) return { ...part, kind: 'words', typed }
  const value = typed.slice(colon + 1)
  const at = start + colon + 1 + (value.length - value.trimStart().length)
  const valueTyped = value.trimStart().replace(/^"/, '')
  const kind = keyword.kind === 'person' && keyword.role === 'created' ? 'creator' : keyword.kind
  return { ...part, kind, start: at, end: endOf(text, at, cursor), typed: valueTyped }
}
