import { addDays, type Now, type Weekday } from './calendar.ts'
import { type Language, languages } from './quick-add/languages.ts'
import { known } from './quick-add/names.ts'
import { scan } from './quick-add/scan.ts'
import type { Kind, Token, Values } from './quick-add/token.ts'
import { firstOccurrence } from './recurrence/series.ts'

export type QuickAddOptions = {
  now: Now
  weekStart: Weekday
  language: Language
  /** Names that exist: they need no quotes, and are spelt in the result as they are here. */
  lists?: readonly string[]
  labels?: readonly string[]
  /** Where tokens begin that the writer turned back to text. */
  ignored?: ReadonlySet<number>
}
export type QuickAddFields = {
  listName: string | null
  sectionName: string | null
  labels: string[]
  /** Null when the line names none. */
  priority: 1 | 2 | 3 | 4 | null
  dueOn: string | null
  /** Floating: it means that time wherever its person is. */
  dueTime: string | null
  deadlineOn: string | null
  durationMinutes: number | null
  /** An `RRULE`, with the day it begins as `dueOn`. */
  repeatRule: string | null
  repeatMode: 'schedule' | 'completion' | null
}
export type QuickAdd = {
  /** What was not understood, as it was typed; empty when the line holds tokens only. */
  title: string
  /** What was understood, in the order of the line, not overlapping. */
  tokens: Token[]
  fields: QuickAddFields
}

/** A comma, colon or dash between the title and a token at its end or beginning goes with the token: "Call mum, tomorrow". */
const hanging = /(?:[,;:]|\s[-–—])$/
const leading = /^[,;:–—-](?=\s)/

/** The text around the tokens, each gone with the blanks before it. */
function titleOf(text: string, tokens: readonly Token[]): string {
  let title = ''
  let at = 0
  let afterToken = false
  for (const { kind, start, end } of tokens) {
    const piece = text.slice(at, start)
    title += kind === 'escape' ? piece : piece.trimEnd()
    afterToken ||= kind !== 'escape' && title.trim() === ''
    at = end
  }
  const rest = text.slice(at)
  const cut = tokens.at(-1) && tokens.at(-1)?.kind !== 'escape' && rest.trim() === ''
  title = cut ? title.trim().replace(hanging, '') : (title + rest).trim()
  return (afterToken ? title.replace(leading, '') : title).trim()
}

const single: readonly Kind[] = [
  'list',
  'section',
  'recurrence',
  'priority',
  'date',
  'time',
  'deadline',
  'duration',
]

/** Of each kind but labels the last one counts, since tokens are mostly typed behind the words; earlier ones stay text. */
function winners(tokens: readonly Token[]): Token[] {
  const last = new Map<Kind, Token>(tokens.map((token) => [token.kind, token]))
  const list = last.get('list')
  const section = last.get('section')
  if (section && (!list || section.start < list.start)) last.delete('section')
  const date = last.get('date') as Token<'date'> | undefined
  if (date && date.value.time !== null && !date.value.vague) last.delete('time')
  return tokens.filter((token) => !single.includes(token.kind) || last.get(token.kind) === token)
}

/** Where a repetition begins: on its first day from today on, from tomorrow on once its time has passed. */
function firstDay({ rule, startOn }: Values['recurrence'], time: string | null, { day, time: clock }: Now) {
  const gone = time !== null && time <= clock
  return firstOccurrence(rule, startOn ?? (gone ? addDays(day, 1) : day)) ?? startOn ?? day
}

function fieldsOf(tokens: readonly Token[], now: Now): QuickAddFields {
  const value = <K extends Kind>(kind: K) =>
    (tokens.find((token) => token.kind === kind) as Token<K> | undefined)?.value ?? null
  const date = value('date')
  const time = value('time')
  const labels = new Map<string, string>()
  for (const token of tokens)
    if (token.kind === 'label' && !labels.has(token.value.toLowerCase()))
      labels.set(token.value.toLowerCase(), token.value)
  const repeat = value('recurrence')
  const dueTime = time ?? date?.time ?? repeat?.time ?? null
  const nextTime = time === null ? null : time > now.time ? now.day : addDays(now.day, 1)
  return {
    listName: value('list'),
    sectionName: value('section'),
    labels: [...labels.values()],
    priority: value('priority'),
    dueOn: date?.on ?? (repeat ? firstDay(repeat, dueTime, now) : nextTime),
    dueTime,
    deadlineOn: value('deadline'),
    durationMinutes: value('duration'),
    repeatRule: repeat?.rule ?? null,
    repeatMode: repeat?.mode ?? null,
  }
}

/**
 * Reads one line of quick add: dates and times, `#list /section`, `@label`, `p1` or `!1`, `{deadline}`, `for 45min`. Nothing
 * is thrown and nothing guessed: what is not understood stays in the title, character for character. A time alone is
 * today's, or tomorrow's once it has passed; the name of today's weekday means a week from now.
 */
export function parseQuickAdd(text: string, options: QuickAddOptions): QuickAdd {
  const { now, weekStart, language, lists, labels, ignored = new Set() } = options
  const line = {
    text,
    grammar: languages[language] ?? languages.en,
    when: { ...now, weekStart },
    lists: known(lists),
    labels: known(labels),
  }
  const tokens = winners(scan(line, ignored))
  return { title: titleOf(text, tokens), tokens, fields: fieldsOf(tokens, now) }
}
