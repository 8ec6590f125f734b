import type { Now, Weekday } from '../calendar.ts'
import type { Rule } from '../recurrence/rule.ts'

/** When the line is being written, and on which day the writer's weeks start. */
export type When = Now & { weekStart: Weekday }
export type Words = Record<string, string | undefined>
/** A part of the day and the hour it stands for; a `late` one makes "at 8" 20:00. */
export type Part = { time: string; late: boolean }
/** A day, with an exact time or a part of the day (`late` alone for "tonight", which has no hour of its own). */
export type Moment = { on: string; time?: string; part?: Part; late?: boolean }

/**
 * Patterns are regular expressions in which a space stands for one or more blanks and `~` for none or more, all on one line.
 * They match whole words, in any case.
 */
type Source = string
export type DatePattern<P = Source> = {
  like: P
  /** The day, perhaps with a time; null when the words make none ("30 feb"). */
  read(words: Words, when: When): Moment | string | null
  /**
   * For words that are also ordinary ones ("sat", "may"): taken only at the end of the line or before another token
   * (`end`), before a connecting word too (`connector`), or only after a leading word and like `connector` (`lead`).
   * A time right after them lifts the first two.
   */
  only?: 'end' | 'connector' | 'lead'
}
export type TimePattern<P = Source> = {
  like: P
  read(words: Words): string | null
  /** Too common to stand alone: counts only right `after` a date, or on either `side` of one. */
  near?: 'after' | 'side'
}
export type Before = { minutes: number; of: 'start' | 'due' | 'deadline' }
/** What comes round again, perhaps at a time of day. */
export type Repeat = { rule: Partial<Rule>; time?: string; mode?: 'completion' }
export type RepeatPattern<P = Source> = {
  /** A group `bang` means after completion. */
  like: P
  read(words: Words, when: When): Repeat | null
  /** An ordinary word too ("daily"): only at the end of the line, before another token or before a time. */
  only?: 'end'
}
export type Grammar<P = Source> = {
  dates: DatePattern<P>[]
  /** Days that nobody plans for, and signed numbers of days: read where a text is nothing but a day. */
  bareDates: DatePattern<P>[]
  times: TimePattern<P>[]
  /** Parts of the day after a date. */
  parts: { like: P; read(words: Words): Part | null }
  /** Groups `hours` and `minutes` and `rest`, the minutes after the hours. */
  durations: { like: P; read(words: Words): number | null }[]
  /** How long before the task, behind `!`: "10 min before". */
  befores: { like: P; read(words: Words): Before | null }[]
  /** The writer: "me". */
  me: P
  /** Repetitions, the longer phrases first. */
  repeats: RepeatPattern<P>[]
  /** "starting", "until", and "5 times" with the group `n`. */
  repeatFrom: P
  repeatUntil: P
  repeatTimes: P
  /** Words that belong to a date behind them: "on", "by". */
  lead: P
  /** Words after which a date is no due: "every", "since", "the". */
  notAfter: P
  /** Words before ordinary words that look like days: who "sat"? */
  subjects: P
  /** First words of a line that tells something, so that its last word may be a verb. */
  openings: P
  connectors: P
  /** Phrases that stay text although there are days and times in them: repetitions nobody understands, and reminders. */
  untouched: P[]
}

const blanks = '[^\\S\\r\\n]'
/** After a word comes a blank, the end, or punctuation and then one of these: not the rest of a word, address or path. */
const end = '(?=$|\\s|[,.;:!?)…]+(?:$|\\s))'
const expand = (source: Source) => source.replaceAll(' ', `${blanks}+`).replaceAll('~', `${blanks}*`)
const here = (source: Source) => new RegExp(`(?:${expand(source)})${end}`, 'iuy')

export const blank = new RegExp(`,?${blanks}+`, 'uy')
export const wholeWord = (source: string) => new RegExp(`(?:${source})${end}`, 'uy')
const closing = '[.!?…)]*\\s*$|[,;!?]|\\s+(?:[#@{]|!?p?[1-4](?=\\s|$))'

export type Compiled = Grammar<RegExp> & {
  /** How anything that is not marked by a sign begins: most words are no token, and one look tells. */
  begins: RegExp
  atEnd: RegExp
  atConnector: RegExp
}

function beginnings({ dates, times, durations, repeats, lead, untouched }: Grammar): RegExp {
  const likes = [...repeats, ...durations, ...dates, ...times].map(({ like }) => like)
  const all = ['p[1-4]', `(?:${lead}) `, ...likes, ...untouched].map((source) => `(?:${expand(source)})`)
  return new RegExp(all.join('|').replaceAll(/\(\?<\w+>/g, '(?:'), 'iuy')
}

/** Makes a language ready for use. A language is one file that calls this. */
export function grammar(source: Grammar): Compiled {
  const each = <T extends { like: Source }>(pattern: T) => ({ ...pattern, like: here(pattern.like) })
  const before = (words: Source) => new RegExp(`(?:${expand(words)})${blanks}+`, 'iuy')
  return {
    dates: source.dates.map(each),
    bareDates: source.bareDates.map(each),
    times: source.times.map(each),
    parts: each(source.parts),
    durations: source.durations.map(each),
    befores: source.befores.map(each),
    me: here(source.me),
    repeats: source.repeats.map(each),
    repeatFrom: before(source.repeatFrom),
    repeatUntil: before(source.repeatUntil),
    repeatTimes: here(source.repeatTimes),
    lead: new RegExp(`(?:${expand(source.lead)})${blanks}+`, 'iuy'),
    notAfter: new RegExp(`(?:^|[\\s(])(?:${expand(source.notAfter)})${blanks}+$`, 'iu'),
    subjects: new RegExp(`(?:^|\\s)(?:${source.subjects})${blanks}+$`, 'iu'),
    openings: new RegExp(`\\s*(?:${source.openings})\\s`, 'iuy'),
    connectors: here(source.connectors),
    untouched: source.untouched.map(here),
    begins: beginnings(source),
    atEnd: new RegExp(closing, 'iuy'),
    atConnector: new RegExp(`${closing}|\\s+(?:${source.connectors})${end}`, 'iuy'),
  }
}
