import { readDue } from './due.ts'
import type { Compiled, When } from './grammar.ts'
import { wholeWord } from './grammar.ts'
import { type Known, readName } from './names.ts'
import { readRepeat } from './repeat.ts'
import { matchAt, type Token, token } from './token.ts'

export type Line = { text: string; grammar: Compiled; when: When; lists: Known; labels: Known }

const priority = wholeWord('(?:[pP]|!)(?<n>[1-4])')
const braces = wholeWord('\\{(?<inside>[^{}\\r\\n]{1,60})\\}')
const toSection = /[^\S\r\n]+\//uy
/** What contracts refuse in the name of a label. */
const notInLabel = /["@#,]/

function readList({ text, lists }: Line, at: number): Token[] {
  const list = readName(text, at + 1, lists)
  if (!list) return []
  const found: Token[] = [token('list', text, at, list.end, list.name)]
  const slash = matchAt(toSection, text, list.end)
  const section = slash && readName(text, slash.end, [])
  if (section) found.push(token('section', text, slash.end - 1, section.end, section.name))
  return found
}

function readLabel({ text, labels }: Line, at: number): Token[] {
  const label = readName(text, at + 1, labels)
  if (!label || notInLabel.test(label.name) || label.name.length > 60) return []
  return [token('label', text, at, label.end, label.name)]
}

function readPriority({ text }: Line, at: number): Token[] {
  const match = matchAt(priority, text, at)
  return match ? [token('priority', text, at, match.end, Number(match.words.n) as 1 | 2 | 3 | 4)] : []
}

/** A deadline is a day; braces around anything else stay. */
function readDeadline(line: Line, at: number): Token[] {
  const match = matchAt(braces, line.text, at)
  const inside = match?.words.inside?.trim()
  const due = inside ? readDue({ ...line, text: inside }, 0) : null
  if (!match || !due?.on || due.time !== null || due.end !== inside?.length) return []
  return [token('deadline', line.text, at, match.end, due.on)]
}

function readDuration({ text, grammar }: Line, at: number): Token[] {
  for (const { like, read } of grammar.durations) {
    const match = matchAt(like, text, at)
    const minutes = match && read(match.words)
    if (match && minutes) return [token('duration', text, at, match.end, minutes)]
  }
  return []
}

function readWhen(line: Line, at: number): Token[] {
  const due = readDue(line, at)
  if (!due) return []
  const { end, on, time, vague } = due
  if (on !== null) return [token('date', line.text, at, end, { on, time, vague })]
  return time === null ? [] : [token('time', line.text, at, end, time)]
}

const bySign: Record<string, (line: Line, at: number) => Token[]> = {
  '#': readList,
  '@': readLabel,
  '!': readPriority,
  '{': readDeadline,
}

/** The tokens that begin at this place, which is the beginning of a word: none, one, or a list and its section. */
export function readTokens(line: Line, at: number): Token[] {
  const bySignHere = bySign[line.text[at] as string]
  if (bySignHere) return bySignHere(line, at)
  for (const read of [readPriority, readRepeat, readDuration, readWhen]) {
    const found = read(line, at)
    if (found.length > 0) return found
  }
  return []
}
