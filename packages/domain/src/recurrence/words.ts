import type { Weekday } from '../calendar.ts'
import { parseRule } from './parse.ts'
import type { ByDay, Frequency, Rule } from './rule.ts'
import { de } from './words-de.ts'
import { en } from './words-en.ts'

/** What a language has to say to speak of rules. Lists are joined and days named by the language's own rules. */
export type RuleWords = {
  locale: string
  /** "every day", "every 2 weeks". */
  every(freq: Frequency, interval: number): string
  /** "every Monday and Thursday"; the weekdays come joined. */
  everyWeekday(weekdays: string): string
  everyWorkday: string
  /** "every 2 weeks" and "Monday" to "every 2 weeks on Monday". */
  onWeekdays(every: string, weekdays: string): string
  /** What the numbered things of a month are: "the 3rd Friday", "the last day", "day 15". */
  numberedWeekday(nth: number, weekday: string): string
  numberedWorkday(nth: number): string
  monthDay(day: number): string
  /** "15 January", "the last day of February". */
  dayOfMonth(day: number, month: string): string
  /** "every month" and "the 3rd Friday" to "every month on the 3rd Friday". */
  on(every: string, what: string): string
  /** The same with the months it holds in: "in March and June". */
  inMonths(what: string, months: string): string
  only(what: string, positions: string): string
  /** Days of the month that count only when they are one of the weekdays. */
  dateIf(dates: string, weekdays: string): string
  position(nth: number): string
  afterCompletion(words: string): string
  times(words: string, count: number): string
  until(words: string, day: string): string
}

const languages = { en, de }
export type RuleLanguage = keyof typeof languages
const wordsOf = (language: string): RuleWords =>
  languages[language.slice(0, 2) as RuleLanguage] ?? languages.en

const formats = new Map<string, Intl.DateTimeFormat>()
/** Making a formatter costs a hundred times what using one does. */
function format(milliseconds: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${Object.keys(options).join()}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formats.set(key, made)
  return made.format(milliseconds)
}

/** 1 January 2024 was a Monday. */
const weekdayName = (weekday: Weekday, locale: string) =>
  format(Date.UTC(2024, 0, weekday), locale, { weekday: 'long' })
const monthName = (month: number, locale: string) =>
  format(Date.UTC(2024, month - 1, 1), locale, { month: 'long' })
const dateOf = (day: string, locale: string) =>
  format(Date.parse(`${day}T12:00:00Z`), locale, { day: 'numeric', month: 'short', year: 'numeric' })
const joined = (parts: string[], locale: string) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)

const isWorkdays = (byDay: readonly ByDay[]) =>
  byDay.length === 5 && byDay.every(({ weekday, nth }) => weekday <= 5 && nth === null)

/** In the order of the person's weeks. */
const inWeek = (rule: Rule) =>
  rule.byDay.toSorted(
    (a, b) => ((a.weekday - rule.weekStart + 7) % 7) - ((b.weekday - rule.weekStart + 7) % 7),
  )

function weekly(rule: Rule, words: RuleWords): string {
  const every = words.every('WEEKLY', rule.interval)
  if (rule.byDay.length === 0) return every
  if (isWorkdays(rule.byDay) && rule.interval === 1) return words.everyWorkday
  const days = weekdaysOf(rule, words)
  return rule.interval === 1 ? words.everyWeekday(days) : words.onWeekdays(every, days)
}

const weekdaysOf = (rule: Rule, { locale }: RuleWords) =>
  joined(
    inWeek(rule).map(({ weekday }) => weekdayName(weekday, locale)),
    locale,
  )

/** The days of a month or year, and whether `BYSETPOS` is said with them. */
function numbered(rule: Rule, words: RuleWords): { what: string[]; whole: boolean } {
  const { byDay, byMonthDay, bySetPos } = rule
  const { locale } = words
  const name = ({ weekday }: ByDay) => weekdayName(weekday, locale)
  const plain = byDay.every(({ nth }) => nth === null)
  if (byMonthDay.length === 0 && plain && bySetPos.length > 0 && isWorkdays(byDay))
    return { what: bySetPos.map((nth) => words.numberedWorkday(nth)), whole: true }
  if (byMonthDay.length === 0 && plain && bySetPos.length > 0 && byDay.length === 1)
    return { what: bySetPos.map((nth) => words.numberedWeekday(nth, name(byDay[0] as ByDay))), whole: true }
  if (byDay.length > 0 && !plain)
    return {
      what: byDay.map((day) => (day.nth === null ? name(day) : words.numberedWeekday(day.nth, name(day)))),
      whole: false,
    }
  const dates = byMonthDay.map((day) => words.monthDay(day))
  if (byDay.length === 0 || dates.length === 0) return { what: [...byDay.map(name), ...dates], whole: false }
  return { what: [words.dateIf(joined(dates, locale), weekdaysOf(rule, words))], whole: false }
}

function longer(rule: Rule, words: RuleWords): string {
  const { locale } = words
  const every = words.every(rule.freq, rule.interval)
  const months = rule.byMonth.map((month) => monthName(month, locale))
  const { byMonthDay, byDay, byMonth } = rule
  if (byMonth.length === 1 && byMonthDay.length > 0 && byDay.length === 0 && rule.bySetPos.length === 0)
    return words.on(
      every,
      joined(
        byMonthDay.map((day) => words.dayOfMonth(day, months[0] as string)),
        locale,
      ),
    )
  const { what, whole } = numbered(rule, words)
  const said = what.length > 0 ? words.on(every, joined(what, locale)) : every
  const placed = months.length > 0 ? words.inMonths(said, joined(months, locale)) : said
  if (rule.bySetPos.length === 0 || whole) return placed
  return words.only(
    placed,
    joined(
      rule.bySetPos.map((nth) => words.position(nth)),
      locale,
    ),
  )
}

function daily(rule: Rule, words: RuleWords): string {
  const every = words.every('DAILY', rule.interval)
  return rule.byDay.length + rule.byMonthDay.length + rule.byMonth.length === 0 ? every : longer(rule, words)
}

function bare(rule: Rule, words: RuleWords): string {
  if (rule.freq === 'DAILY') return daily(rule, words)
  const plain = rule.byMonth.length + rule.bySetPos.length === 0
  return rule.freq === 'WEEKLY' && plain ? weekly(rule, words) : longer(rule, words)
}

/** A rule as a person says it: "every 2 weeks on Monday and Thursday, until 30 Jun 2027". `language` is BCP 47. */
export function describeRule(text: string, mode: 'schedule' | 'completion' | null, language: string): string {
  const words = wordsOf(language)
  const { rule } = parseRule(text)
  // A newer device may have written more than this one knows.
  if (!rule) return text
  const said = bare(rule, words)
  const full = mode === 'completion' ? words.afterCompletion(said) : said
  if (rule.count !== null) return words.times(full, rule.count)
  return rule.until === null ? full : words.until(full, dateOf(rule.until, words.locale))
}
