import { type DueLine, readDue } from './due.ts'
import { wholeWord } from './grammar.ts'
import { type Known, readName } from './names.ts'
import { knownIn, type Place } from './place.ts'
import { readReminder } from './reminder.ts'
import { readRepeat } from './repeat.ts'
import { matchAt, type Token, token } from './token.ts'

export type Line = DueLine & {
  lists: Known
  placeOf(name: string): Place | undefined
  labels: Known
  people: Known
  /** The list of the page where the line is typed. */
  here: Place | undefined
  /** Names of lists, sections and labels that do not exist stay text. */
  onlyKnown: boolean
}

const none: readonly never[] = []
const priority = wholeWord('(?:[pP]|!)(?<n>[1-4])')
const braces = wholeWord('\\{(?<inside>[^{}\\r\\n]{1,60})\\}')
const toSection = /[^\S\r\n]+\//uy
/** What contracts refuse in the name of a label. */
const notInLabel = /["@#,]/

function readList(line: Line, at: number): Token[] {
  const { text, lists, onlyKnown } = line
  const list = readName(text, at + 1, lists)
  if (!list || (onlyKnown && !list.exists)) return []
  const found: Token[] = [token('list', text, at, list.end, list.name)]
  const slash = matchAt(toSection, text, list.end)
  const sections = knownIn(line.placeOf(list.name)?.sections ?? none)
  const section = slash && readName(text, slash.end, sections)
  if (section && (!onlyKnown || section.exists))
    found.push(token('section', text, slash.end - 1, section.end, section.name))
  return found
}

/** Without a list a section is one of the page's own, so that paths and ordinary slashes stay. */
function readSection({ text, here }: Line, at: number): Token[] {
  const section = readName(text, at + 1, knownIn(here?.sections ?? none))
  return section?.exists ? [token('section', text, at, section.end, section.name)] : []
}

function readLabel({ text, labels, onlyKnown }: Line, at: number): Token[] {
  const label = readName(text, at + 1, labels)
  if (!label || (onlyKnown && !label.exists)) return []
  if (notInLabel.test(label.name) || label.name.length > 60) return []
  return [token('label', text, at, label.end, label.name)]
}

/** Who is meant depends on the list, which may be named later in the line; until then it is the name as it is written. */
function readAssignee({ text, people, here }: Line, at: number): Token[] {
  const names = [readName(text, at + 1, knownIn(here?.members ?? none)), readName(text, at + 1, people)]
  const person = names.find((name) => name?.exists) ?? names[0]
  return person ? [token('assignee', text, at, person.end, { id: '', name: person.name })] : []
}

function readPriority({ text }: Line, at: number): Token[] {
  const match = matchAt(priority, text, at)
  return match ? [token('priority', text, at, match.end, Number(match.words.n) as 1 | 2 | 3 | 4)] : []
}

/** "!1 day before" is no priority. */
function readUrgent(line: Line, at: number): Token[] {
  const reminder = readReminder(line, at)
  return reminder.length > 0 ? reminder : readPriority(line, at)
}

/** A deadline is a day; braces around anything else stay. */
function readDeadline(line: Line, at: number): Token[] {
  const match = matchAt(braces, line.text, at)
  const inside = match?.words.inside?.trim()
  const due = inside ? readDue({ ...line, text: inside, since: 0 }, 0) : null
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

const bySign: Readonly<Record<string, (line: Line, at: number) => Token[]>> = {
  '#': readList,
  '/': readSection,
  '@': readLabel,
  '+': readAssignee,
  '!': readUrgent,
  '{': readDeadline,
}

/** Whether it is worth while to read a token here: a cheap look for the many words that are none. */
export const mayBegin = ({ text, grammar }: Line, at: number): boolean =>
  bySign[text[at] as string] !== undefined || matchAt(grammar.begins, text, at) !== null

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
